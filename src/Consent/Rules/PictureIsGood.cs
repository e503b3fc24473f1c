using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>The picture is bright and large enough for the machine's count of faces to mean something.</summary>
internal sealed class PictureIsGood : IDoubtRule
{
    public IEnumerable<Reason> Doubt(SceneReading reading, SchoolPolicy policy) =>
        reading.Scene is { Sight: Sight.Seen, SightFailure: ReasonCode.PoorPicture } ? [new Reason(ReasonCode.PoorPicture)] : [];
}
