using MediaGuard.Ingest.Formats;
using NetVips;

namespace MediaGuard.Ingest.Cleaning.Decoding;

/// <summary>Brings any decoded picture to three 8-bit bands of sRGB (IEC 61966-2-1).</summary>
internal static class SrgbConversion
{
    private const string InteroperabilityIndex = "exif-ifd4-InteroperabilityIndex";

    /// <summary>White behind what is transparent. Before the conversion, since device white stays white in every profile.</summary>
    public static Image LayOnWhite(Image image)
    {
        if (!image.HasAlpha())
        {
            return image.Copy();
        }

        if (image.Format is Enums.BandFormat.Uchar or Enums.BandFormat.Ushort)
        {
            double white = image.Format == Enums.BandFormat.Uchar ? 255 : 65535;
            return image.Flatten(background: [white], maxAlpha: white);
        }

        using var eight = image.Colourspace(Enums.Interpretation.Srgb);
        return eight.Flatten(background: [255], maxAlpha: 255);
    }

    public static Image Convert(Image image)
    {
        using var profiled = WithProfile(image);
        using var srgb = Transform(profiled);
        using var three = srgb.Bands > 3 ? srgb.ExtractBand(0, n: 3) : srgb.Bands < 3 ? srgb.Colourspace(Enums.Interpretation.Srgb) : srgb.Copy();
        return three.Format == Enums.BandFormat.Uchar ? three.Copy() : three.Cast(Enums.BandFormat.Uchar);
    }

    private static Image Transform(Image image)
    {
        if (image.Contains(MagickPictures.IccField))
        {
            try
            {
                return image.IccTransform("srgb", embedded: true, intent: Enums.Intent.Relative, blackPointCompensation: image.Interpretation == Enums.Interpretation.Cmyk, depth: 8);
            }
            catch (VipsException)
            {
                // A profile that is broken or for other pixels than these says nothing: the pixels are taken for what they look like.
            }
        }

        return image.Interpretation switch
        {
            Enums.Interpretation.Srgb when image.Bands == 3 => image.Copy(),
            Enums.Interpretation.Multiband when image.Bands >= 3 => image.Copy(interpretation: image.Format == Enums.BandFormat.Ushort ? Enums.Interpretation.Rgb16 : Enums.Interpretation.Srgb)
                .Colourspace(Enums.Interpretation.Srgb),
            _ => image.Colourspace(Enums.Interpretation.Srgb),
        };
    }

    /// <remarks>Cameras set to Adobe RGB embed no profile: they say so by Exif's interoperability index R03 (DCF 2.0 §5.2, Exif 3.0 annex).</remarks>
    private static Image WithProfile(Image image)
    {
        var adobe = !image.Contains(MagickPictures.IccField) && image.Bands == 3 && image.Contains(InteroperabilityIndex)
            && image.Get(InteroperabilityIndex) is string index && index.StartsWith("R03", StringComparison.Ordinal);
        return adobe
            ? image.Mutate(mutable => mutable.Set(GValue.BlobType, MagickPictures.IccField, ImageMagick.ColorProfiles.AdobeRGB1998.ToByteArray()))
            : image.Copy();
    }
}
