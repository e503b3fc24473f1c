using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A numbered box on the picture, in upright pixels of the rendition.</summary>
/// <param name="Name">Who was named on it; null while unanswered.</param>
public sealed record FaceView(FaceId Id, int Number, PixelBox Box, bool IsDoubtful, bool IsNotAFace, PersonId? Person, string? Name)
{
    /// <summary>Whom matching suggests for an unanswered box, and their name.</summary>
    public PersonId? Suggested { get; init; }
    public string? SuggestedName { get; init; }

    /// <summary>Said to be somebody who is not a pupil and not on the register.</summary>
    public bool IsAdult { get; init; }

    /// <summary>Drawn by a person; the detectors missed it.</summary>
    public bool IsByHand { get; init; }

    /// <summary>Found where a face was blurred.</summary>
    public bool IsUnderCover { get; init; }

    public override string ToString() => Id.ToString();
}
