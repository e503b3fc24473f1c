using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>One reason of a verdict: a code, and the person or the face it is about. Sentences are made when shown.</summary>
public sealed record Reason(ReasonCode Code, PersonId? Person = null, FaceId? Face = null)
{
    /// <summary>Of nobody and no face in particular.</summary>
    public static implicit operator Reason(ReasonCode code) => new(code);
}
