using System.Collections.Immutable;

namespace MediaGuard.Records.Policies;

/// <summary>What the lead wants of one channel. A standard channel the policy does not have yet is added.</summary>
/// <param name="PublishedForDays">Days after which a copy is taken back by itself; 0 for as long as the consent holds.</param>
public sealed record ChannelEdit(string Channel, ImmutableArray<string> Purposes, bool NoFaceSuffices, bool NeedsSecondApprover, int PublishedForDays) : PolicyEdit
{
    /// <summary>False takes a channel out again that nobody ever asked for.</summary>
    public bool IsUsed { get; init; } = true;

    /// <summary>Hours within which people take down what they put there, once it is ordered back; null leaves them as they are.</summary>
    public int? TakeDownWithinHours { get; init; }

    /// <summary>As a channel stands.</summary>
    public static ChannelEdit Of(ChannelSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return new(setting.Channel, setting.Purposes, setting.NoFaceSuffices, setting.NeedsSecondApprover, setting.PublishedForDays) { TakeDownWithinHours = setting.TakeDownWithinHours };
    }

    /// <summary>The document with these edits; what they do not name stays as it is.</summary>
    internal static PolicyDocument Apply(PolicyDocument document, IReadOnlyCollection<ChannelEdit> edits)
    {
        var known = document.Channels.Select(c => edits.FirstOrDefault(e => e.Channel == c.Channel) is { } edit ? edit.IsUsed ? edit.On(c) : null : c).OfType<ChannelSetting>();
        var added = edits.Where(e => e.IsUsed && document.Channels.All(c => c.Channel != e.Channel)).DistinctBy(e => e.Channel)
            .Select(e => StandardChannel.Find(e.Channel) is { } standard ? e.On(standard.Setting()) : null).OfType<ChannelSetting>();
        var after = document with { Channels = [.. known.Concat(added)] };

        // what only a channel asked for that is taken out is asked for no longer
        bool IsAsked(PolicyDocument policy, string purpose) => policy.Channels.Any(c => c.Purposes.Contains(purpose));
        return after with { Purposes = [.. document.Purposes.Where(p => !IsAsked(document, p.Purpose) || IsAsked(after, p.Purpose))] };
    }

    private ChannelSetting On(ChannelSetting setting) => setting with
    {
        Purposes = [.. Purposes.Distinct()],
        NoFaceSuffices = NoFaceSuffices,
        NeedsSecondApprover = NeedsSecondApprover,
        PublishedForDays = PublishedForDays,
        TakeDownWithinHours = TakeDownWithinHours ?? setting.TakeDownWithinHours,
    };
}
