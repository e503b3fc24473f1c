using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>A box on the rendition, and what a person said of it.</summary>
/// <param name="Person">Set when <paramref name="Answer"/> is <see cref="FaceAnswer.Named"/>.</param>
public sealed record SceneFace(FaceId Id, PixelBox Box, bool IsDoubtful, FaceAnswer Answer, PersonId? Person);
