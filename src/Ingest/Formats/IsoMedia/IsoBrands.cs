using System.Buffers.Binary;
using System.Text;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Formats.IsoMedia;

/// <summary>Tells what an ISO base media file is by its brands (ISO 14496-12 §4.3; brands of ISO 23008-12 annex B and the AVIF specification).</summary>
internal static class IsoBrands
{
    private static readonly HashSet<string> Heif = new(StringComparer.Ordinal)
    {
        "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1",
    };

    /// <summary>Null when the file is no ISO base media file.</summary>
    public static MediaFormat? Tell(ReadOnlySpan<byte> file)
    {
        if (file.Length < 12)
        {
            return null;
        }

        var type = file.Slice(4, 4);
        if (!type.SequenceEqual("ftyp"u8))
        {
            // QuickTime before 2001 has no ftyp; the size must be one a box can have.
            var size = BinaryPrimitives.ReadUInt32BigEndian(file);
            return size is 0 or 1 or >= 8 && (type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8) || type.SequenceEqual("wide"u8) || type.SequenceEqual("pnot"u8))
                ? MediaFormat.QuickTime
                : null;
        }

        var length = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file), (uint)file.Length);
        var major = Brand(file[8..]);
        var brands = new HashSet<string>(StringComparer.Ordinal) { major };
        for (var at = 16; at + 4 <= length && brands.Count < 100; at += 4)
        {
            brands.Add(Brand(file[at..]));
        }

        return major switch
        {
            "crx " => MediaFormat.CameraRaw,
            "qt  " => MediaFormat.QuickTime,
            "avif" or "avis" => MediaFormat.Avif,
            "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "hevm" or "hevs" => MediaFormat.Heif,
            _ when brands.Contains("avif") || brands.Contains("avis") => MediaFormat.Avif,
            _ when brands.Overlaps(Heif) => MediaFormat.Heif,
            _ => MediaFormat.Mp4,
        };
    }

    private static string Brand(ReadOnlySpan<byte> at) => at.Length < 4 ? "" : Encoding.Latin1.GetString(at[..4]);
}
