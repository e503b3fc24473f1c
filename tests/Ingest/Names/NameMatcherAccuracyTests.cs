using System.Globalization;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Names;

/// <summary>How often an ordinary name is taken for a pupil's, and how often a pupil's is found; both over made texts, the seed printed.</summary>
internal sealed class NameMatcherAccuracyTests
{
    private const int Seed = 20260504;

    private static readonly NameMatcher Matcher = new();
    private static readonly NameIndex Register = School.Make(Seed);

    private static readonly string[] Topics =
    [
        "May half term", "Rose garden trip", "Will Shakespeare day", "grace before lunch", "Jack and the Beanstalk", "summer fair", "Summer Fair 2026", "holly wreaths", "Holly and ivy", "daisy chains on the field",
        "Poppy Day assembly", "Ruby wedding cake", "Amber Class trip", "Willow class baking", "Jasmine class", "Hope and light", "joy of reading", "Faith visitors", "harvest festival", "Art week", "art gallery", "Modern Art Club",
        "page 12 of our book", "Page boys play", "Mark making", "mark the spot", "bill and coo", "The duck's bill", "robin in the snow", "Robin Hood play", "chase games", "frank and fair", "Guy Fawkes night", "miles per hour experiment",
        "Max height plants", "Mason bees", "Harper Lee book", "Jude the donkey", "roman soldiers", "Roman villa dig", "King Arthur play", "St George's Day", "George and the Dragon", "Noah's Ark boats", "noahs ark", "Henry VIII portraits",
        "Harry Potter dress up", "World Book Day", "Oliver Twist show", "Oliver! musical", "James and the Giant Peach", "Charlie and the Chocolate Factory", "Matilda the Musical", "Alice in Wonderland tea party", "Rosa Parks assembly", "Florence Nightingale lamps",
        "Isaac Newton apple", "Amelia Earhart planes", "Mary Seacole", "Neil Armstrong moon", "Daniel in the lions den", "Thomas the Tank Engine", "Edward Lear limericks", "William Morris prints", "Theo Walcott visit", "Lucas the spider",
        "white rose", "green field", "brown bear hunt", "a brown bear", "a wood walk", "Forest School fire", "walk to the hill", "king for a day", "young writers", "cooper's barrels", "Baker street", "turner paintings", "fox cubs", "river study",
        "Rivers and mountains", "sports day", "nativity dress rehearsal", "Christmas jumper day", "easter egg hunt", "spring lambs", "autumn leaves", "rainy day play", "maths week", "phonics", "science fair volcano", "times tables", "number line",
        "show and tell", "chicks hatching", "eggs in incubator", "school council", "eco club", "choir", "recorder group", "PE gym", "swimming gala", "cross country", "football v Hollybank", "netball", "residential", "canoe", "climbing wall",
        "library visit", "fire engine visit", "police visit", "dentist talk", "church visit", "mosque visit", "temple visit", "castle trip", "museum", "farm trip", "zoo", "beach clean", "planting potatoes", "pumpkin soup", "bread making",
        "clay pots", "papier mache", "junk models", "lego club", "chess club", "coding club", "Mr Men display", "class photo", "whole school photo", "leavers assembly", "Year 6 leavers", "Year 3 maths", "EYFS water play", "Reception mud kitchen",
        "Y4 Vikings", "Y5 Space", "KS1 nativity", "display board", "bug hotel", "pond dipping", "bird feeders", "sunflowers", "cress growing", "shadow puppets", "circuits", "magnets", "rocks and fossils", "Stone Age day", "Anglo Saxons",
        "Great Fire of London", "Victorians in class", "Remembrance poppies", "VE Day party", "Diwali lamps", "Eid party", "Chinese New Year dragon", "Holi colours", "Hanukkah candles", "Pancake Day", "Red Nose Day", "Children in Need", "Odd socks day",
    ];

    private static readonly string[] Endings = ["", "", "", " 1", " 02", " (3)", "_04", " copy", " - final", " 2026", " edited", " IMG_0042", " Oak class", " Year 2"];

    [Test]
    public void Match_ThousandOrdinaryNames_RaisesFewFalseHints()
    {
        var dice = new Random(Seed);
        var names = Enumerable.Range(0, 1000).Select(at => at % 5 < 2 ? Device(dice) : Topics[dice.Next(Topics.Length)] is var topic ? Vary(topic, dice) + Endings[dice.Next(Endings.Length)] : "").ToArray();
        var hit = names.Select(name => (name, Hints: Match(NameField.FileName, name, School.Classes[dice.Next(School.Classes.Length)]))).Where(one => one.Hints.Any(hint => hint.Sureness > Sureness.Weak)).ToList();
        foreach (var (name, hints) in hit)
        {
            TestContext.Out.WriteLine($"{name}: {string.Join(", ", hints.Where(hint => hint.Sureness > Sureness.Weak).Select(hint => $"{Name(hint.Person)} {hint.Sureness}").Take(3))}");
        }

        TestContext.Out.WriteLine($"seed {Seed}: {hit.Count} of {names.Length} ordinary names hint at somebody ({hit.Count / 10.0:F1} %), {names.Distinct().Count()} different ones");
        Assert.That(hit, Has.Count.LessThanOrEqualTo(10));
    }

    [Test]
    public void Match_FiveHundredNamesOfPupils_FindsThem()
    {
        var dice = new Random(Seed + 1);
        var missed = new List<string>();
        var (full, initial) = (0, 0);
        for (var at = 0; at < 500; at++)
        {
            var place = dice.Next(School.Size);
            var person = Register.People[place];
            var text = Dress(Spell(person.FullName, dice), dice);
            var hint = Match(NameField.FileName, text, School.Classes[place / School.ClassSize]).FirstOrDefault(hint => hint.Person == person.Id);
            if (hint is null || hint.Sureness < Sureness.PreferredAndInitial)
            {
                missed.Add($"{text} ({person.FullName}): {hint?.Sureness.ToString() ?? "nothing"}");
            }

            full += hint?.Sureness == Sureness.Full ? 1 : 0;
            initial += hint?.Sureness == Sureness.PreferredAndInitial ? 1 : 0;
        }

        missed.ForEach(TestContext.Out.WriteLine);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {Seed + 1}: {500 - missed.Count} of 500 found ({full} full, {initial} with initial), recall {(500 - missed.Count) / 5.0:F1} %"));
        Assert.That(missed, Has.Count.LessThanOrEqualTo(10));
    }

    private static System.Collections.Immutable.ImmutableArray<NameHint> Match(NameField field, string text, GroupId group) => Matcher.Match(Register, group, [new(field, text)]);

    private static string Name(PersonId person) => Register.People.Single(one => one.Id == person).FullName;

    /// <summary>What cameras, phones and programs call files.</summary>
    private static string Device(Random dice)
    {
        var number = dice.Next(1, 10_000);
        var day = $"2026{dice.Next(1, 13):D2}{dice.Next(1, 29):D2}";
        var time = $"{dice.Next(8, 16):D2}{dice.Next(60):D2}{dice.Next(60):D2}";
        var bytes = new byte[16];
        dice.NextBytes(bytes);
        return dice.Next(16) switch
        {
            0 => $"IMG_{number:D4}",
            1 => $"IMG_E{number:D4}",
            2 => $"DSC{number:D5}",
            3 => $"DSCN{number:D4}",
            4 => $"P{day[3..]}{number:D4}",
            5 => $"PXL_{day}_{time}123.MP",
            6 => $"IMG-{day}-WA{number:D4}",
            7 => $"WhatsApp Image {day[..4]}-{day[4..6]}-{day[6..]} at 10.{time[2..4]}.{time[4..]}",
            8 => $"Screenshot {day[..4]}-{day[4..6]}-{day[6..]} at {time[..2]}.{time[2..4]}.{time[4..]}",
            9 => new Guid(bytes).ToString().ToUpperInvariant(),
            10 => Convert.ToHexString(bytes),
            11 => $"{day}_{time}",
            12 => $"MVI_{number:D4} (2)",
            13 => $"GOPR{number:D4}",
            14 => $"Image from iOS ({number % 90})",
            _ => $"FullSizeRender {number % 9}",
        };
    }

    private static string Vary(string topic, Random dice) => dice.Next(5) switch
    {
        0 => topic.ToLowerInvariant(),
        1 => topic.Replace(' ', '_'),
        2 => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(topic),
        3 => topic.ToUpperInvariant(),
        _ => topic,
    };

    private static string Spell(string full, Random dice)
    {
        var gap = full.IndexOf(' ', StringComparison.Ordinal);
        var (given, surname) = (full[..gap], full[(gap + 1)..]);
        return dice.Next(14) switch
        {
            0 => $"{given} {surname}",
            1 => $"{given}_{surname}",
            2 => $"{given}-{surname}".ToLowerInvariant(),
            3 => $"{surname}, {given}",
            4 => $"{given}{surname}",
            5 => $"{given}{surname}".ToLowerInvariant(),
            6 => $"{given} {surname}".ToUpperInvariant(),
            7 => $"{given}-{surname[0]}".ToLowerInvariant(),
            8 => $"{given}{char.ToUpperInvariant(surname[0])}",
            9 => $"{given} {char.ToUpperInvariant(surname[0])}",
            10 => $"{given}.{surname}".Normalize(System.Text.NormalizationForm.FormD),
            11 => Plain($"{given} {surname}"),
            12 => $"{given}_{surname.Replace(" ", "", StringComparison.Ordinal).Replace("-", " ", StringComparison.Ordinal).Replace("’", "'", StringComparison.Ordinal)}",
            _ => $"{given} {surname}'s",
        };
    }

    private static string Plain(string text) => new([.. text.Normalize(System.Text.NormalizationForm.FormD).Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not '\'' and not '’')]);

    private static string Dress(string name, Random dice) => dice.Next(6) switch
    {
        0 => $"IMG_{dice.Next(1, 9999):D4}_{name}",
        1 => $"{name}_{dice.Next(1, 99)}",
        2 => $"2026-05-04 {name}",
        3 => $"sports day - {name}",
        4 => $"{name} (2)",
        _ => name,
    };
}
