using ImageMagick;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats;

/// <summary>Opens with ImageMagick what libvips' package can't. The format is said by the caller, never guessed from the bytes.</summary>
/// <remarks>
/// libheif applies rotation and mirror boxes while decoding, and by ISO 23008-12 §6.5.10 they, not Exif, say how a picture stands: the image returned carries no orientation, so
/// nothing turns it a second time.
/// </remarks>
internal static class MagickPictures
{
    /// <exception cref="MediaException">Undecodable or TooLarge.</exception>
    public static Image Load(byte[] file, MagickFormat format)
    {
        Libraries.Prepare();
        try
        {
            using var picture = new MagickImage();
            picture.Read(file, new MagickReadSettings { Format = format, FrameIndex = 0, FrameCount = 1 });
            var profile = picture.GetColorProfile()?.ToByteArray();
            var mapping = picture.HasAlpha ? "RGBA" : "RGB";
            using var pixels = picture.GetPixelsUnsafe();
            var bytes = pixels.ToByteArray(mapping) ?? throw new MediaException(ReasonCode.Undecodable);
            using var image = Image.NewFromMemory(bytes, (int)picture.Width, (int)picture.Height, mapping.Length, Enums.BandFormat.Uchar);
            var labelled = image.Copy(interpretation: Enums.Interpretation.Srgb);
            if (profile is null)
            {
                return labelled;
            }

            using (labelled)
            {
                return labelled.Mutate(mutable => mutable.Set(GValue.BlobType, IccField, profile));
            }
        }
        catch (MagickException e) when (e is MagickResourceLimitErrorException or MagickCacheErrorException)
        {
            throw new MediaException(ReasonCode.TooLarge);
        }
        catch (MagickException)
        {
            throw new MediaException(ReasonCode.Undecodable);
        }
    }

    public const string IccField = "icc-profile-data";
}
