using MediaGuard.Media;

namespace MediaGuard.Records.Policies;

/// <summary>What a policy says that another does not.</summary>
public static class PolicyDifference
{
    /// <summary>Every difference: channel by channel, purpose by purpose, then of the school as a whole; none when both say the same.</summary>
    public static IReadOnlyList<PolicyChange> Between(PolicyDocument before, PolicyDocument after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var names = Purposes.Of(before).Concat(Purposes.Of(after)).DistinctBy(p => p.Purpose).ToDictionary(p => p.Purpose, p => p.Name);
        var purposes = Purposes.Of(before).ToDictionary(p => p.Purpose);
        var old = before.Channels.ToDictionary(c => c.Channel);
        return
        [
            .. after.Channels.SelectMany(now => old.TryGetValue(now.Channel, out var was)
                ? Channel(was, now, names)
                : [new PolicyChange(now.Channel, "added", Words.Text($"{now.Name} is a channel now. It asks for {Said(now.Purposes, names)}."))]),
            .. before.Channels.Where(was => after.Channels.All(now => now.Channel != was.Channel))
                .Select(was => new PolicyChange(was.Channel, "removed", Words.Text($"{was.Name} is no channel any more."))),
            .. Purposes.Of(after).SelectMany(now => PurposeDifference.Between(purposes.GetValueOrDefault(now.Purpose, new PurposeSetting { Purpose = now.Purpose }), now)),
            .. SchoolDifference.Between(SchoolEdit.Of(before), SchoolEdit.Of(after)),
            .. Rest(before) == Rest(after) ? Array.Empty<PolicyChange>() : [new PolicyChange(null, "other", Words.Text("Something else that concerns no single channel is other: a purpose’s name."))],
        ];
    }

    private static IEnumerable<PolicyChange> Channel(ChannelSetting was, ChannelSetting now, Dictionary<string, string> names)
    {
        if (!was.Purposes.ToHashSet().SetEquals(now.Purposes))
        {
            yield return new(now.Channel, "purposes", Words.Text($"{now.Name} asks for {Said(now.Purposes, names)}, no longer for {Said(was.Purposes, names)}."));
        }

        if (was.NoFaceSuffices != now.NoFaceSuffices)
        {
            yield return new(now.Channel, "no-face", now.NoFaceSuffices
                ? Words.Text($"{now.Name}: a picture in which no face is found clears without anybody’s word.")
                : Words.Text($"{now.Name}: somebody must say who may be in a picture even when no face is found."));
        }

        if (was.NeedsSecondApprover != now.NeedsSecondApprover)
        {
            yield return new(now.Channel, "second-approver", now.NeedsSecondApprover
                ? Words.Text($"{now.Name}: somebody else than who said who is in a picture must approve it.")
                : Words.Text($"{now.Name}: nobody else needs to approve a picture."));
        }

        if (was.PublishedForDays != now.PublishedForDays)
        {
            yield return new(now.Channel, "period", now.PublishedForDays == 0
                ? Words.Text($"{now.Name}: a copy stays out as long as the consents hold, no longer {Days(was.PublishedForDays)} at most.")
                : was.PublishedForDays == 0
                    ? Words.Text($"{now.Name}: a copy is taken back after {Days(now.PublishedForDays)}, no longer only when a consent ends.")
                    : Words.Text($"{now.Name}: a copy is taken back after {Days(now.PublishedForDays)}, no longer after {Days(was.PublishedForDays)}."));
        }

        if (was.TakeDownWithinHours != now.TakeDownWithinHours)
        {
            yield return new(now.Channel, "take-down", Words.Text($"{now.Name}: what is ordered back must be down within {Hours(now.TakeDownWithinHours)}; before, within {Hours(was.TakeDownWithinHours)}."));
        }

        if (was with { Purposes = [], NoFaceSuffices = false, NeedsSecondApprover = false, PublishedForDays = 0, TakeDownWithinHours = 0 }
            != now with { Purposes = [], NoFaceSuffices = false, NeedsSecondApprover = false, PublishedForDays = 0, TakeDownWithinHours = 0 })
        {
            yield return new(now.Channel, "delivery", Words.Text($"{now.Name}: its name, its audience or where copies go is other."));
        }
    }

    /// <summary>What the sentences above say nothing of. A purpose only a channel asked for that is gone is gone with it.</summary>
    private static string Rest(PolicyDocument document) => PolicyStore.Write(SchoolEdit.Of(new PolicyDocument()).On(document) with
    {
        Channels = [],
        Purposes = [.. document.Purposes.Where(p => p.Name.Length > 0).OrderBy(p => p.Purpose, StringComparer.Ordinal).Select(p => new PurposeSetting { Purpose = p.Purpose, Name = p.Name })],
    });

    private static string Said(IEnumerable<string> purposes, Dictionary<string, string> names) =>
        purposes.Select(p => names.GetValueOrDefault(p, p)).DefaultIfEmpty("").Aggregate((a, b) => Words.Text($"{a} and {b}"));

    private static string Hours(int hours) => hours == 1 ? Words.Text("1 hour") : Words.Text($"{hours} hours");

    private static string Days(int days) => days == 1 ? Words.Text("1 day") : Words.Text($"{days} days");
}
