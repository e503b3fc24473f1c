using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Rows;

namespace MediaGuard.Records.Scenes;

/// <summary>Boxes with what people said of them; of several answers the last holds.</summary>
internal sealed class SceneFaces(IEnumerable<AttestationRow> said)
{
    private readonly Dictionary<FaceId, AttestationRow> answers = said
        .Where(a => a.FaceId is not null && a.Kind is AttestationKind.OnFace or AttestationKind.NotAFace or AttestationKind.NotAPupil)
        .GroupBy(a => a.FaceId!.Value).ToDictionary(g => g.Key, g => g.OrderBy(a => a.At.Microseconds).ThenBy(a => a.Id).Last());

    /// <summary>Whether it says that somebody on the register is in the picture. It does so also when the box it was said of is found only in one channel's rendition, or is none any more.</summary>
    public static bool IsName(AttestationRow said) => said is { Kind: AttestationKind.InPicture or AttestationKind.OnFace, PersonId: not null };

    public SceneFace Of(FaceRow face)
    {
        var box = new PixelBox(face.X, face.Y, face.Width, face.Height);
        return answers.TryGetValue(face.Id, out var answer)
            ? new SceneFace(face.Id, box, face.IsDoubtful, Answer(answer.Kind), answer.Kind == AttestationKind.OnFace ? answer.PersonId : null)
            : new SceneFace(face.Id, box, face.IsDoubtful, FaceAnswer.Unanswered, null) { Suggested = face.SuggestedPersonId };
    }

    private static FaceAnswer Answer(AttestationKind kind) => kind switch
    {
        AttestationKind.OnFace => FaceAnswer.Named,
        AttestationKind.NotAFace => FaceAnswer.NotAFace,
        AttestationKind.NotAPupil => FaceAnswer.Adult,
        _ => FaceAnswer.Unanswered,
    };
}
