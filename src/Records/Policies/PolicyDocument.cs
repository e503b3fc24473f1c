using System.Collections.Immutable;
using MediaGuard.Consent.Import;

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

    /// <summary>How long a yes lasts and on what ground, by purpose. A purpose that is not here lasts until the person leaves, by consent.</summary>
    public ImmutableArray<PurposeSetting> Purposes { get; init; } = [];

    /// <summary>A register nobody imported or confirmed for more days than this raises the alarm and holds public channels.</summary>
    public int RegisterMaxAgeDays { get; init; } = 35;

    /// <summary>A yes that ends within this many days is on the list of reminders.</summary>
    public int RemindDaysBefore { get; init; } = 30;

    /// <summary>The month and day a school year begins.</summary>
    public int SchoolYearMonth { get; init; } = 9;
    public int SchoolYearDay { get; init; } = 1;

    /// <summary>Above which share of the register an import asks twice.</summary>
    public ImportLimits Imports { get; init; } = new();

    /// <summary>Days after the first decision at which an original is shredded even while something is held.</summary>
    public int ShredAfterDays { get; init; } = 7;
}
