using System.Runtime.InteropServices;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.Heif;

/// <summary>Decodes a HEIF file's primary picture from memory, upright by its own boxes, to 8-bit RGB or RGBA, with the profile it carries.</summary>
/// <remarks>By ISO 23008-12 §6.5.10 rotation and mirror boxes, not Exif, say how a picture stands: the image returned carries no orientation, so nothing turns it a second time.</remarks>
internal static class HeicPictures
{
    private const int LargestProfile = 16 << 20;
    private const int MemoryAllocation = 6;
    private const int SecurityLimit = 1000;

    /// <exception cref="MediaException">Undecodable or TooLarge.</exception>
    public static Image Load(byte[] file)
    {
        var pinned = GCHandle.Alloc(file, GCHandleType.Pinned);
        var context = LibHeif.AllocateContext();
        try
        {
            LibHeif.LimitSide(context, (int)Math.Sqrt(Libraries.MostPixels) + 1);
            LibHeif.LimitThreads(context, Libraries.Threads);
            Require(LibHeif.Read(context, pinned.AddrOfPinnedObject(), (nuint)file.Length, 0));
            Require(LibHeif.GetPrimary(context, out var primary));
            try
            {
                return Decode(primary);
            }
            finally
            {
                LibHeif.ReleaseHandle(primary);
            }
        }
        finally
        {
            LibHeif.FreeContext(context);
            pinned.Free();
        }
    }

    private static Image Decode(nint primary)
    {
        if ((long)LibHeif.GetWidth(primary) * LibHeif.GetHeight(primary) > Libraries.MostPixels)
        {
            throw new MediaException(ReasonCode.TooLarge);
        }

        var hasAlpha = LibHeif.HasAlpha(primary) != 0;
        var options = LibHeif.StrictOptions();
        nint picture;
        try
        {
            Require(LibHeif.Decode(primary, out picture, LibHeif.Rgb, hasAlpha ? LibHeif.InterleavedRgba : LibHeif.InterleavedRgb, options));
        }
        finally
        {
            LibHeif.FreeOptions(options);
        }

        using var image = Wrap(picture, hasAlpha ? 4 : 3);
        return Profile(primary) is { } profile ? image.Mutate(mutable => mutable.Set(GValue.BlobType, MagickPictures.IccField, profile)) : image.Copy();
    }

    /// <summary>The decoder's own memory as an image, released with it: rows are padded, so each is taken as one band of bytes first.</summary>
    private static Image Wrap(nint picture, int bands)
    {
        try
        {
            var (width, height) = (LibHeif.GetPictureWidth(picture, LibHeif.Interleaved), LibHeif.GetPictureHeight(picture, LibHeif.Interleaved));
            var plane = LibHeif.GetPlane(picture, LibHeif.Interleaved, out var stride);
            if (plane == 0 || width <= 0 || height <= 0 || stride < (long)width * bands)
            {
                throw new MediaException(ReasonCode.Undecodable);
            }

            using var padded = Image.NewFromMemory(plane, (ulong)stride * (ulong)height, stride, height, 1, Enums.BandFormat.Uchar);
            var held = picture;
            padded.OnPostClose += () => LibHeif.ReleasePicture(held);
            picture = 0;
            using var rows = padded.Crop(0, 0, width * bands, height);
            using var folded = rows.Bandfold(factor: bands);
            return folded.Copy(interpretation: Enums.Interpretation.Srgb);
        }
        finally
        {
            if (picture != 0)
            {
                LibHeif.ReleasePicture(picture);
            }
        }
    }

    private static byte[]? Profile(nint primary)
    {
        var size = LibHeif.GetProfileSize(primary);
        if (size is 0 or > LargestProfile)
        {
            return null;
        }

        var profile = new byte[size];
        return LibHeif.GetProfile(primary, profile).Code == 0 ? profile : null;
    }

    private static void Require(LibHeif.Outcome outcome)
    {
        if (outcome.Code != 0)
        {
            throw new MediaException(outcome.Code == MemoryAllocation || outcome.Subcode == SecurityLimit ? ReasonCode.TooLarge : ReasonCode.Undecodable);
        }
    }
}
