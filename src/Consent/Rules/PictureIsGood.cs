using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>The picture is bright, sharp and large enough for the machine's count of faces to mean something.</summary>
internal sealed class PictureIsGood : IDoubtRule
{
    public IEnumerable<Reason> Doubt(SceneReading reading, SchoolPolicy policy) =>
        reading.Scene is { Sight: Sight.Seen, SightFailure: var why and (ReasonCode.PictureTooDark or ReasonCode.PictureTooBlurred or ReasonCode.PictureTooSmall or ReasonCode.PoorPicture) }
            ? [new Reason(why)]
            : [];
}
