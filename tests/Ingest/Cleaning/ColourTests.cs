using ImageMagick;
using MediaGuard.Ingest.Cleaning.Decoding;
using NetVips;

namespace MediaGuard.Ingest.Tests.Cleaning;

internal sealed class ColourTests : CleaningFixture
{
    [Test]
    public void Clean_DisplayP3Jpeg_KeepsTheColourNotTheNumbers()
    {
        using var quarters = Drawing.Quarters();
        using var p3 = quarters.IccTransform("p3", inputProfile: "srgb", intent: Enums.Intent.Relative);
        var file = p3.JpegsaveBuffer(q: 98, subsampleMode: Enums.ForeignSubsample.Off, profile: "p3");
        using var raw = Image.JpegloadBuffer(file);
        Assert.That(raw.Getpoint(10, 10)[0], Is.Not.EqualTo(Drawing.TopLeft[0]).Within(8), "the test picture must differ in numbers");

        Drawing.AssertUpright(CleanPixels(file), tolerance: 5);
    }

    [Test]
    public void Clean_AdobeRgbJpeg_IsConverted([Values] bool embedded)
    {
        var profile = Path.Combine(Folder, "adobe.icc");
        File.WriteAllBytes(profile, ColorProfiles.AdobeRGB1998.ToByteArray());
        using var quarters = Drawing.Quarters();
        using var adobe = quarters.IccTransform(profile, inputProfile: "srgb", intent: Enums.Intent.Relative);
        var file = adobe.JpegsaveBuffer(q: 98, subsampleMode: Enums.ForeignSubsample.Off, keep: embedded ? Enums.ForeignKeep.Icc : Enums.ForeignKeep.None);
        if (!embedded)
        {
            file = WithTags("r03.jpg", file, "-InteropIndex=R03 - DCF option file (Adobe RGB)", "-ColorSpace=Uncalibrated");
        }

        Drawing.AssertUpright(CleanPixels(file), tolerance: 6);
    }

    [Test]
    public void Clean_CmykJpeg_LooksTheSame([Values] bool embedded)
    {
        int[] printable = [150, 120, 100];
        using var solid = Drawing.Solid(40, 40, printable);
        using var cmyk = solid.IccTransform("cmyk", inputProfile: "srgb", intent: Enums.Intent.Relative);
        var file = cmyk.JpegsaveBuffer(q: 98, keep: embedded ? Enums.ForeignKeep.Icc : Enums.ForeignKeep.None);

        Drawing.AssertColour(CleanPixels(file), 0.5, 0.5, printable, tolerance: 12);
    }

    [Test]
    public void Clean_GreyPictures_StayGrey([Values] bool wide)
    {
        using var black = Image.Black(20, 20);
        using var grey = wide
            ? (black + 0x8080).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Grey16)
            : (black + 128).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
        var file = wide ? grey.PngsaveBuffer() : grey.JpegsaveBuffer(q: 95);

        Drawing.AssertColour(CleanPixels(file), 0.5, 0.5, [128, 128, 128], 2);
    }

    [Test]
    public void Clean_SixteenBitPng_IsScaledToEight()
    {
        using var quarters = Drawing.Quarters();
        using var wide = quarters.Colourspace(Enums.Interpretation.Rgb16);
        var file = wide.PngsaveBuffer();
        Assert.That(file[24], Is.EqualTo(16), "bit depth");

        Drawing.AssertUpright(CleanPixels(file), tolerance: 3);
    }

    [Test]
    public void Clean_PalettePngGifTiffWebPBmp_KeepTheirColours([Values("palette", "gif", "tiff", "webp", "bmp", "progressive")] string kind)
    {
        using var quarters = Drawing.Quarters();
        var file = kind switch
        {
            "palette" => quarters.PngsaveBuffer(palette: true),
            "gif" => quarters.GifsaveBuffer(),
            "tiff" => quarters.TiffsaveBuffer(compression: Enums.ForeignTiffCompression.Lzw),
            "webp" => quarters.WebpsaveBuffer(lossless: true),
            "progressive" => quarters.JpegsaveBuffer(q: 95, interlace: true),
            _ => Bitmap(quarters),
        };

        Drawing.AssertUpright(CleanPixels(file), tolerance: 8);
    }

    [Test]
    public void Clean_TransparentPng_IsLaidOnWhite([Values] bool wide)
    {
        using var red = Drawing.Solid(40, 40, 200, 0, 0);
        using var half = (Image.Black(40, 40) + 128).Cast(Enums.BandFormat.Uchar);
        using var joined = red.Bandjoin(half).Copy(interpretation: Enums.Interpretation.Srgb);
        using var picture = wide ? joined.Colourspace(Enums.Interpretation.Rgb16) : joined.Copy();

        var cleaned = Clean(picture.PngsaveBuffer());

        Drawing.AssertColour(Pixels.Decode(cleaned.Jpeg), 0.5, 0.5, [227, 127, 127], 3);
        Assert.That(cleaned.Notes, Does.Contain(PictureDecoder.AlphaOnWhite));
    }

    [Test]
    public void Clean_WrongProfile_IsTakenForWhatItLooksLike()
    {
        using var quarters = Drawing.Quarters();
        var cmyk = Image.ProfileLoad("cmyk");
        using var lying = quarters.Mutate(image => image.Set(GValue.BlobType, "icc-profile-data", cmyk));
        Drawing.AssertUpright(CleanPixels(lying.PngsaveBuffer(keep: Enums.ForeignKeep.Icc)));
    }

    [Test]
    public void Clean_AnimatedGifAndWebP_KeepTheFirstFrameAndSaySo([Values("gif", "webp")] string kind)
    {
        using var first = Drawing.Quarters();
        using var second = Drawing.Solid(Drawing.Width, Drawing.Height, 0, 0, 0);
        using var film = first.Join(second, Enums.Direction.Vertical).Mutate(image => image.Set(GValue.GIntType, "page-height", Drawing.Height));
        var file = kind == "gif" ? film.GifsaveBuffer() : film.WebpsaveBuffer(lossless: true);

        var cleaned = Clean(file);

        Drawing.AssertUpright(Pixels.Decode(cleaned.Jpeg), tolerance: 8);
        Assert.That(cleaned.Notes, Does.Contain("first frame only"));
    }

    /// <summary>A 24-bit bitmap, rows from the bottom, written by hand.</summary>
    private static byte[] Bitmap(Image image)
    {
        var rgb = image.WriteToMemory<byte>();
        var row = image.Width * 3;
        var file = new byte[54 + (row * image.Height)];
        "BM"u8.CopyTo(file);
        BitConverter.TryWriteBytes(file.AsSpan(2), file.Length);
        BitConverter.TryWriteBytes(file.AsSpan(10), 54);
        BitConverter.TryWriteBytes(file.AsSpan(14), 40);
        BitConverter.TryWriteBytes(file.AsSpan(18), image.Width);
        BitConverter.TryWriteBytes(file.AsSpan(22), image.Height);
        BitConverter.TryWriteBytes(file.AsSpan(26), (short)1);
        BitConverter.TryWriteBytes(file.AsSpan(28), (short)24);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var from = ((image.Height - 1 - y) * row) + (x * 3);
                var to = 54 + (y * row) + (x * 3);
                (file[to], file[to + 1], file[to + 2]) = (rgb[from + 2], rgb[from + 1], rgb[from]);
            }
        }

        return file;
    }
}
