using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>A box on the rendition, and what a person said of it.</summary>
/// <param name="Person">Set when <paramref name="Answer"/> is <see cref="FaceAnswer.Named"/>.</param>
public sealed record SceneFace(FaceId Id, PixelBox Box, bool IsDoubtful, FaceAnswer Answer, PersonId? Person)
{
    /// <summary>Whom matching suggests, where it is on: never an answer, only ever a reason to look.</summary>
    public PersonId? Suggested { get; init; }

    /// <summary>Found where a face was covered: whoever it was can still be told.</summary>
    public bool IsUnderCover { get; init; }

    /// <summary>Whether a person said who or what it is. A name that is missing answers nothing.</summary>
    public bool IsAnswered => Answer is FaceAnswer.NotAFace or FaceAnswer.Adult || IsNamed;

    /// <summary>Whether a person put a name on it.</summary>
    public bool IsNamed => Answer is FaceAnswer.Named && Person is not null;
}
