using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A numbered box on the picture, in upright pixels of the rendition.</summary>
/// <param name="Name">Who was named on it; null while unanswered.</param>
public sealed record FaceView(FaceId Id, int Number, PixelBox Box, bool IsDoubtful, bool IsNotAFace, PersonId? Person, string? Name)
{
    /// <summary>Whom matching suggests for an unanswered box, and their name.</summary>
    public PersonId? Suggested { get; init; }
    public string? SuggestedName { get; init; }

    public override string ToString() => Id.ToString();
}
