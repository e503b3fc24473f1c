using System.Collections.Immutable;

namespace MediaGuard.Records.Policies;

/// <summary>One channel of a school.</summary>
public sealed record ChannelSetting
{
    public required string Channel { get; init; }

    /// <summary>How people call it.</summary>
    public required string Name { get; init; }

    public ImmutableArray<string> Purposes { get; init; } = [];
    public bool NoFaceSuffices { get; init; }
    public bool IsPublic { get; init; }

    /// <summary>Somebody other than those who said who may be in a picture must approve it.</summary>
    public bool NeedsSecondApprover { get; init; }

    /// <summary>Days after which a copy is taken back by itself; 0 for as long as the consent holds.</summary>
    public int PublishedForDays { get; init; }

    /// <summary>Hours within which people take down what they put there, once it is ordered back. Default 24.</summary>
    public int TakeDownWithinHours { get; init; } = 24;

    /// <summary>The kind of channel that delivers, for example <c>folder</c>; empty when people fetch.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Where it delivers to; for a folder, its path. Empty means the data folder's own.</summary>
    public string Address { get; init; } = "";
}
