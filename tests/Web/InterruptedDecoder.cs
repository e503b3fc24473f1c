using MediaGuard.Ingest.Cleaning;
using MediaGuard.Media;

namespace MediaGuard.Web.Tests;

/// <summary>The program's own decoder, during whose fitting of a copy something else happens.</summary>
internal sealed class InterruptedDecoder : IPixelDecoder
{
    private readonly PixelDecoder real = new();

    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    public PixelImage Decode(ReadOnlyMemory<byte> rendition) => real.Decode(rendition);

    public LayeredPicture Open(ReadOnlyMemory<byte> rendition) => real.Open(rendition);

    public ReadOnlyMemory<byte> Thumbnail(ReadOnlyMemory<byte> rendition, int longSide) => real.Thumbnail(rendition, longSide);

    public ReadOnlyMemory<byte> Fit(ReadOnlyMemory<byte> rendition, int longSide)
    {
        var fitted = real.Fit(rendition, longSide);
        Task.Run(Meanwhile).Wait();
        return fitted;
    }
}
