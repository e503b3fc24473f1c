using MediaGuard.Media;

namespace MediaGuard.Records.Policies;

/// <summary>What no policy of a school may say, whoever sets it.</summary>
internal static class PolicyRules
{
    public const int MostDays = 3650;

    /// <summary>Face matching is no place a picture goes to.</summary>
    private const string Biometric = "biometric";

    /// <summary>A sentence for everything that is wrong; none when it may be applied.</summary>
    public static IReadOnlyList<string> Problems(PolicyDocument before, IReadOnlyCollection<ChannelEdit> edits)
    {
        var known = Purposes.Of(before).Select(p => p.Purpose).Concat(StandardChannel.All.Select(c => c.Id)).Where(p => p != Biometric).ToHashSet();
        var unknown = edits.Where(e => before.Channels.All(c => c.Channel != e.Channel) && StandardChannel.Find(e.Channel) is null)
            .Select(e => Words.Text($"There is no channel “{e.Channel}”; there are {string.Join(", ", before.Channels.Select(c => c.Channel).Concat(StandardChannel.All.Select(c => c.Id)).Distinct())}."));
        var edited = edits.Where(e => e.IsUsed).Select(e => e.Channel).ToHashSet();
        return [.. unknown, .. ChannelEdit.Apply(before, edits).Channels.Where(c => edited.Contains(c.Channel)).SelectMany(c => Problems(c, known))];
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
    }
}
