using ImageMagick;
using MediaGuard.Ingest.Formats.IsoMedia;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Formats.Heif;

/// <summary>HEIC and other HEIF pictures (ISO 23008-12), decoded by the libheif in ImageMagick's package: from memory where it can be called, else through ImageMagick and a file.</summary>
internal sealed class HeifFamily : IFormatFamily
{
    public bool Decodes => true;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) => IsoBrands.Tell(file) is MediaFormat.Heif ? MediaFormat.Heif : null;

    public FormatFacts Survey(ReadOnlySpan<byte> file) => HeifSurvey.Of(file);

    public NetVips.Image Load(byte[] file)
    {
        Libraries.Prepare();
        var image = LibHeif.IsReachable ? HeicPictures.Load(file) : MagickPictures.Load(file, MagickFormat.Heic);
        if (image.Contains(MagickPictures.IccField) || !HeifSurvey.SaysDisplayP3(file))
        {
            return image;
        }

        using (image)
        {
            var profile = NetVips.Image.ProfileLoad("p3");
            return image.Mutate(mutable => mutable.Set(NetVips.GValue.BlobType, MagickPictures.IccField, profile));
        }
    }
}
