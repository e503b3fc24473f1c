using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Isolation.Protocol;

/// <summary>What a child says of one picture: a reason, or an unproven JPEG.</summary>
/// <param name="Reason">None for a picture.</param>
internal sealed record DecodeAnswer(ReasonCode Reason, int Width, int Height, bool AlphaOnWhite, byte[] Jpeg)
{
    public static DecodeAnswer Refusal(ReasonCode reason) => new(reason, 0, 0, false, []);
}
