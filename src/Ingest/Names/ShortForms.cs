namespace MediaGuard.Ingest.Names;

/// <summary>What people of a given name are often called instead. English usage; each line is one name, the longest form first.</summary>
internal static class ShortForms
{
    private static readonly string[] Lines =
    [
        "abigail abi abby", "alexander alex xander sandy", "alexandra alex lexi sandra", "alfred alfie", "amelia millie amy", "andrew andy drew", "anthony tony", "archibald archie",
        "arthur artie", "benjamin ben benji benny", "beatrice bea", "beatrix bea trixie", "cameron cam", "catherine cathy kate katie cat", "charles charlie", "charlotte lottie charlie",
        "christopher chris kit", "daniel dan danny", "david dave", "dominic dom", "edward ed eddie ted teddy", "eleanor ellie nell nora", "elizabeth liz lizzie beth betty eliza libby",
        "emily em emmy", "evelyn evie", "finlay fin", "finley fin", "florence flo flossie", "francesca fran frankie", "frederick fred freddie", "gabriel gabe", "gabriella gabi", "george georgie",
        "georgina georgie", "gregory greg", "harold harry", "harriet hattie", "henry harry", "isaac zac", "isabella bella izzy", "isabelle izzy belle", "isobel izzy", "jacob jake", "james jim jamie jimmy",
        "jennifer jen jenny", "jessica jess jessie", "jonathan jon jonny", "joseph joe joey", "joshua josh", "katherine kate katie kathy", "leonard leo lenny", "leonardo leo", "lillian lily", "lucas luke",
        "madeleine maddie", "madison maddie", "margaret maggie meg peggy", "matthew matt", "matilda tilly mattie", "maximilian max", "michael mike mikey mick", "mohammed mo", "muhammad mo", "natalie nat",
        "nathan nate", "nathaniel nate nat", "nicholas nick nicky", "nicole nicky", "oliver olly ollie", "olivia liv livvy", "patricia pat trish tricia", "patrick paddy pat", "penelope penny", "peter pete",
        "philip phil pip", "philippa pippa", "rebecca becca becky", "reginald reggie", "richard rich rick dick", "robert rob robbie bob bobby", "ronald ron ronnie", "rosemary rosie rose", "samantha sam",
        "samuel sam sammy", "sebastian seb", "sophia sophie", "stanley stan", "stephen steve", "steven steve", "susannah sue susie", "theodore theo ted teddy", "thomas tom tommy", "timothy tim timmy",
        "toby tobias", "victoria vicky tori", "william will bill billy liam", "wilfred wilf", "zachary zac zach",
    ];

    private static readonly Dictionary<string, string[]> All = Lines.Select(line => line.Split(' ')).ToDictionary(words => words[0], words => words[1..], StringComparer.Ordinal);

    public static string[] Of(string given) => All.GetValueOrDefault(given) ?? [];
}
