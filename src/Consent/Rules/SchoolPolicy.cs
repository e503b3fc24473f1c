using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>A school's rules at one version.</summary>
/// <param name="ManyFaces">More faces than this are looked at one by one. Default 8.</param>
/// <param name="SmallFace">Faces with a shorter side under this many pixels are looked at one by one. Default 40.</param>
/// <param name="HoldUnknownDevices">A camera model the inventory does not know holds the picture. Default true.</param>
/// <param name="RegisterMaxAgeDays">A register nobody confirmed for longer than this holds every public channel; null for no limit.</param>
public sealed record SchoolPolicy(
    long Version,
    ImmutableDictionary<ChannelId, ChannelPolicy> Channels,
    int ManyFaces,
    double SmallFace,
    bool HoldUnknownDevices,
    int? RegisterMaxAgeDays = null);
