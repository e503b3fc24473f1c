using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Names;

/// <summary>A made-up school of 600, many of whose pupils bear names that are everyday words.</summary>
internal static class School
{
    public static readonly string[] Given =
    [
        "Amelia", "Olivia", "Isla", "Ava", "Mia", "Ivy", "Lily", "Rosie", "Sophia", "Grace", "Willow", "Freya", "Florence", "Emily", "Ella", "Poppy", "Evie", "Elsie", "Charlotte", "Daisy",
        "Sienna", "Phoebe", "Harper", "Alice", "Ruby", "Matilda", "Violet", "Maya", "Rose", "May", "Summer", "Holly", "Joy", "Hope", "Faith", "Amber", "Jasmine", "Erin", "Zara", "Aisha",
        "Noah", "Oliver", "George", "Arthur", "Muhammad", "Leo", "Harry", "Oscar", "Archie", "Henry", "Theodore", "Jack", "Freddie", "Jaxon", "Charlie", "Theo", "Alfie", "Jacob", "Thomas", "Finley",
        "Arlo", "William", "Lucas", "Roman", "Tommy", "Isaac", "Teddy", "Alexander", "Luca", "Edward", "James", "Joshua", "Albie", "Elijah", "Max", "Mohammed", "Reuben", "Mason", "Sebastian", "Rory",
        "Jude", "Daniel", "Benjamin", "Will", "Mark", "Bill", "Art", "Page", "Chase", "Miles", "Robin", "Frank", "Guy", "Zoë", "Chloé", "Anne-Marie", "Siân", "Łukasz", "Aoife", "José", "D'Arcy", "Oluwaseun",
    ];

    public static readonly string[] Surnames =
    [
        "Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Johnson", "Davies", "Patel", "Robinson", "Wright", "Thompson", "Evans", "Walker", "White", "Roberts", "Green", "Hall", "Thomas", "Clarke", "Jackson", "Wood",
        "Harris", "Edwards", "Turner", "Martin", "Cooper", "Hill", "Ward", "Hughes", "Moore", "Clark", "King", "Harrison", "Lewis", "Baker", "Lee", "Allen", "Morris", "Khan", "Scott", "Watson", "Davis", "Parker", "Bennett", "Young",
        "Stonecrop", "Fernleigh", "Applegarth", "O'Neill", "O’Brien", "MacDonald", "McAllister", "Smith-Jones", "van der Berg", "Müller", "Nowak", "Kowalczyk", "Al-Hassan", "Okonkwo", "Hussain", "Begum", "Singh", "Kaur", "Nguyễn", "Day", "Field", "Rivers", "Fox", "Ashdown",
    ];

    public const int Size = 600;
    public const int ClassSize = 30;

    public static readonly GroupId[] Classes = [.. Enumerable.Range(0, Size / ClassSize).Select(_ => GroupId.New())];

    public static NameIndex Make(int seed)
    {
        var dice = new Random(seed);
        var names = new HashSet<string>();
        while (names.Count < Size)
        {
            names.Add($"{Given[dice.Next(Given.Length)]} {Surnames[dice.Next(Surnames.Length)]}");
        }

        return new(1, [.. names.Select((name, at) => new NamedPerson(PersonId.New(), name, name[..name.IndexOf(' ', StringComparison.Ordinal)]) { Groups = [Classes[at / ClassSize]] })]);
    }
}
