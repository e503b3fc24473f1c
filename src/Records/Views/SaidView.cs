using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>One attestation as the office reads it.</summary>
public sealed record SaidView(AttestationKind Kind, string? Person, ChannelId? Channel, string By, Instant At)
{
    public override string ToString() => Kind.ToString();
}
