namespace MediaGuard.Ingest.Names;

/// <summary>Names school photos are full of that are nobody's at school: people of history, stories and the calendar, as a given name and the word beside it.</summary>
internal static class Sayings
{
    private const string Pairs = """
        adam eve, alice wonderland, amelia earhart, anne frank, annie jr, arthur king, babe ruth, beatrix potter, benjamin britten, charles darwin, charles dickens, charles king, charlie brown, charlie bucket, charlie chocolate,
        charlie chaplin, christopher columbus, christopher robin, daniel lion, daniel lions, danny champion, david attenborough, david goliath, edith cavell, edward lear, edward tulane, elizabeth queen, elmer elephant, emmeline pankhurst,
        florence nightingale, frida kahlo, george dragon, george marvellous, george orwell, george st, george saint, grace darling, greta thunberg, guy fawkes, hannah montana, harry potter, henri matisse, henry king, henry viii, henry horrid,
        henri rousseau, horatio nelson, isaac newton, jack beanstalk, jack frost, jack jill, jack lantern, jack union, jacob sons, james giant, james peach, joan arc, joseph mary, joseph coat, joseph dreamcoat, joseph technicolor, julia donaldson, julius caesar,
        katherine johnson, leonardo vinci, louis braille, louis pasteur, ludwig beethoven, mae jemison, malala yousafzai, maria sound, marie curie, martin luther, mary anning, mary jesus, mary joseph, mary lamb, mary little, mary poppins, mary queen, mary seacole,
        matilda dahl, matilda musical, matilda roald, max wild, michael morpurgo, michael rosen, moses basket, neil armstrong, nelson mandela, noah ark, noah arks, oliver twist, oliver musical, pablo picasso, patrick st, patricks st, peter pan, peter rabbit, peter wolf,
        queen victoria, quentin blake, roald dahl, robert burns, robin hood, rosa parks, samuel pepys, simon says, stephen hawking, thomas tank, tim peake, tom sawyer, tom thumb, tommy thumb, valentines st, vincent gogh, victoria queen, walter raleigh, wassily kandinsky,
        wendy house, will shakespeare, william blake, william conqueror, william morris, william shakespeare, william tell, winnie pooh, winston churchill, wolfgang mozart, andrews st, andrew st, david st, davids st, georges st, jack pumpkin, jacks union
        """;

    private static readonly HashSet<string> All = new(Pairs.Split((char[])[',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.Ordinal);

    private static readonly HashSet<string> Passed = new(StringComparer.Ordinal) { "the", "and", "of", "in", "s", "da", "de", "van", "a", "had", "his", "n", "o", "with", "meets" };

    /// <summary>Whether the name at <paramref name="from"/> stands beside a word that makes it somebody else's, little words passed over.</summary>
    public static bool Tell(NameText text, int from, int to)
    {
        var name = text.Slice(from, to).ToString();
        return Tell(text, from, to, name) || (name[^1] == 's' && Tell(text, from, to, name[..^1]));
    }

    private static bool Tell(NameText text, int from, int to, string name)
    {
        return Neighbour(text, from - 1, -1) is { } before && (All.Contains($"{name} {before}") || All.Contains($"{before} {name}"))
            || Neighbour(text, to, 1) is { } after && (All.Contains($"{name} {after}") || All.Contains($"{after} {name}"));
    }

    private static string? Neighbour(NameText text, int at, int step)
    {
        for (var passed = 0; passed < 3 && at >= 0 && at < text.Words.Length; passed++, at += step)
        {
            var word = text.Word(at).ToString();
            if (!Passed.Contains(word))
            {
                return word;
            }
        }

        return null;
    }
}
