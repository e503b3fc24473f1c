using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>What would leave for a channel now, as the books stand.</summary>
/// <param name="Width">Of the rendition that leaves, in pixels.</param>
/// <param name="Sha256">Of that rendition.</param>
public sealed record ClearedCopy(MediaId Media, RenditionId Rendition, int Width, int Height, ReadOnlyMemory<byte> Sha256)
{
    public override string ToString() => Media.ToString();
}
