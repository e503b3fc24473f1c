using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>One attestation as the office reads it, with what is needed to take it back.</summary>
/// <param name="IsBeforehand">Said of the content before the photo arrived; can't be taken back here.</param>
public sealed record SaidView(
    AttestationKind Kind, PersonId? PersonId, string? Person, FaceId? Face, int? FaceNumber, ChannelId? Channel, bool IsBeforehand, string By, Instant At)
{
    public override string ToString() => Kind.ToString();
}
