using MediaGuard.Media;

namespace MediaGuard.Records.Policies;

/// <summary>What no policy of a school may say, whoever sets it.</summary>
internal static class PolicyRules
{
    public const int MostDays = 3650;
    private const int MostMonths = 120;
    private const int MostRemindDays = 365;
    private const int MostRegisterDays = 366;
    private const int MostFaces = 100;
    private const int MostHours = 168;
    private const int MostShredDays = 7;
    private const int LeastSide = 8;
    private const int MostSide = 1000;

    /// <summary>Face matching is no place a picture goes to.</summary>
    internal const string Biometric = "biometric";

    /// <summary>A sentence for everything that is wrong; none when it may be applied.</summary>
    public static IReadOnlyList<string> Problems(PolicyDocument before, IReadOnlyCollection<PolicyEdit> edits) =>
        [.. OfChannels(before, [.. edits.OfType<ChannelEdit>()]), .. OfPurposes(PolicyEdit.Apply(before, [.. edits.OfType<ChannelEdit>()]), edits.OfType<PurposeEdit>()), .. edits.OfType<SchoolEdit>().SelectMany(Problems)];

    private static IReadOnlyList<string> OfChannels(PolicyDocument before, IReadOnlyCollection<ChannelEdit> edits)
    {
        var known = Purposes.Of(before).Select(p => p.Purpose).Concat(StandardChannel.All.Select(c => c.Id)).Where(p => p != Biometric).ToHashSet();
        var unknown = edits.Where(e => before.Channels.All(c => c.Channel != e.Channel) && StandardChannel.Find(e.Channel) is null)
            .Select(e => Words.Text($"There is no channel “{e.Channel}”; there are {string.Join(", ", before.Channels.Select(c => c.Channel).Concat(StandardChannel.All.Select(c => c.Id)).Distinct())}."));
        var edited = edits.Where(e => e.IsUsed).Select(e => e.Channel).ToHashSet();
        return [.. unknown, .. ChannelEdit.Apply(before, edits).Channels.Where(c => edited.Contains(c.Channel)).SelectMany(c => Problems(c, known))];
    }

    private static IEnumerable<string> OfPurposes(PolicyDocument document, IEnumerable<PurposeEdit> edits)
    {
        var known = Purposes.Of(document).Where(p => p.Purpose != Biometric).ToDictionary(p => p.Purpose, p => p.Name);
        foreach (var edit in edits)
        {
            if (!known.TryGetValue(edit.Purpose, out var name))
            {
                yield return Words.Text($"There is no purpose “{edit.Purpose}”; there are {string.Join(", ", known.Keys.Order(StringComparer.Ordinal))}.");
                continue;
            }

            if (!PurposeEdit.Lengths.Contains(edit.Lasts))
            {
                yield return Words.Text($"{name}: choose how long a yes lasts: until the person leaves, until the end of the school year, or some months.");
            }
            else if (edit is { Lasts: "months", Months: < 1 or > MostMonths })
            {
                yield return Words.Text($"{name}: give the months a yes lasts as a whole number from 1 to {MostMonths}.");
            }

            if (!PurposeEdit.Bases.Contains(edit.Basis))
            {
                yield return Words.Text($"{name}: choose its ground: consent, or the school’s public task.");
            }
        }
    }

    private static IEnumerable<string> Problems(SchoolEdit school)
    {
        if (school.RemindDaysBefore is < 1 or > MostRemindDays)
        {
            yield return Words.Text($"Reminders: give the days before a yes ends as a whole number from 1 to {MostRemindDays}.");
        }

        if (school.RegisterMaxAgeDays is < 1 or > MostRegisterDays)
        {
            yield return Words.Text($"Age of the register: give the days as a whole number from 1 to {MostRegisterDays}.");
        }

        if (school.SchoolYearMonth is < 1 or > 12 || school.SchoolYearDay < 1 || school.SchoolYearDay > DateTime.DaysInMonth(2024, school.SchoolYearMonth))
        {
            yield return Words.Text("School year: give the day it begins on, for example 1 September, as a month from 1 to 12 and a day that month has.");
        }

        if (school.ManyFaces is < 1 or > MostFaces)
        {
            yield return Words.Text($"Many faces: give a whole number from 1 to {MostFaces}.");
        }

        if (school.SmallFace is not (>= LeastSide and <= MostSide))
        {
            yield return Words.Text($"Small faces: give the shorter side in pixels as a whole number from {LeastSide} to {MostSide}.");
        }

        if (school.ShredAfterDays is < 1 or > MostShredDays)
        {
            yield return Words.Text($"Originals: give the days after which they go at the latest as a whole number from 1 to {MostShredDays}.");
        }

        var imports = school.Imports;
        if (new[] { imports.Left, imports.ToYes, imports.ToNo, imports.Renamed, imports.Returned, imports.Moved, imports.Addresses, imports.FewerRows }.Any(share => share is < 1 or > 100))
        {
            yield return Words.Text("Imports: give each share of the register as a whole number from 1 to 100 per cent.");
        }
    }

    private static IEnumerable<string> Problems(ChannelSetting channel, HashSet<string> known)
    {
        if (channel.Purposes.FirstOrDefault(p => !known.Contains(p)) is { } stranger)
        {
            yield return Words.Text($"{channel.Name}: there is no purpose “{stranger}”; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }

        if (channel.Purposes.Length == 0)
        {
            yield return Words.Text($"{channel.Name}: choose at least one purpose. Nobody can have said yes to nothing.");
        }
        else if (StandardChannel.Find(channel.Channel) is not null && !channel.Purposes.Contains(channel.Channel))
        {
            yield return Words.Text($"{channel.Name} must ask for the consent of its own name: a yes to something else is no yes to {channel.Name}.");
        }

        if (channel is { IsPublic: true, NoFaceSuffices: true })
        {
            yield return channel.Channel == ChannelId.Website.Value
                ? Words.Text("Website: “no face found” never suffices there. Everybody in the world may look, and the program does not see the back of a head or a name on a shirt; somebody must say who may be in the picture.")
                : Words.Text($"{channel.Name}: “no face found” never suffices where everybody may look. The program does not see the back of a head or a name on a shirt; somebody must say who may be in the picture.");
        }

        if (channel.PublishedForDays is < 0 or > MostDays)
        {
            yield return Words.Text($"{channel.Name}: give the days a copy may be out as a number from 1 to {MostDays}, or 0 for as long as the consent holds.");
        }

        if (channel.TakeDownWithinHours is < 1 or > MostHours)
        {
            yield return Words.Text($"{channel.Name}: give the hours people have to take a copy down as a whole number from 1 to {MostHours}.");
        }
    }
}
