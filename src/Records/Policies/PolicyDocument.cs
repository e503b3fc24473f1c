using System.Collections.Immutable;

namespace MediaGuard.Records.Policies;

/// <summary>A school's policy as it is kept: one JSON document per version.</summary>
public sealed record PolicyDocument
{
    public ImmutableArray<ChannelSetting> Channels { get; init; } = [];

    /// <summary>More faces than this are looked at one by one.</summary>
    public int ManyFaces { get; init; } = 8;

    /// <summary>Faces with a shorter side under this many pixels are looked at one by one.</summary>
    public double SmallFace { get; init; } = 40;

    public bool HoldUnknownDevices { get; init; } = true;

    /// <summary>Days after the first decision at which an original is shredded even while something is held.</summary>
    public int ShredAfterDays { get; init; } = 7;
}
