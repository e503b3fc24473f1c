using MediaGuard.Ingest.Formats.IsoMedia;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.Heif;

/// <summary>AVIF, decoded by the AV1 decoder in libvips' package; rotation and mirror boxes are applied while decoding.</summary>
internal sealed class AvifFamily : IFormatFamily
{
    public bool Decodes => true;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) => IsoBrands.Tell(file) is MediaFormat.Avif ? MediaFormat.Avif : null;

    public FormatFacts Survey(ReadOnlySpan<byte> file) => HeifSurvey.Of(file);

    public Image Load(byte[] file)
    {
        using var image = Image.HeifloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);
        return image.Mutate(mutable => mutable.Remove("orientation"));
    }
}
