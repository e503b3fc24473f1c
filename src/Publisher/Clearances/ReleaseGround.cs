using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;

namespace MediaGuard.Publisher.Clearances;

/// <summary>Everything a release is decided on, read under the school's head lock.</summary>
/// <param name="Existing">The release that already stands (Leaving or Released) for this item, channel and rendition, if any: one copy, one name.</param>
public sealed record ReleaseGround(
    Scene Scene,
    RegisterSnapshot Register,
    SchoolPolicy Policy,
    RenditionId Rendition,
    StandingRelease? Existing);
