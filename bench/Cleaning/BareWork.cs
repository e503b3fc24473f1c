using MediaGuard.Ingest.Formats.Heif;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Bench.Cleaning;

/// <summary>Decode, turn, convert, encode with the libraries and nothing else: what no cleaner can do without.</summary>
internal static class BareWork
{
    public static void Run(byte[] file, MediaFormat format)
    {
        NetVips.NetVips.Concurrency = 1;
        using var loaded = format == MediaFormat.Heif ? HeicPictures.Load(file) : Image.NewFromBuffer(file, access: Enums.Access.Sequential);
        using var still = loaded.Contains("orientation") ? loaded.CopyMemory() : loaded.Copy();
        using var upright = still.Autorot();
        using var srgb = upright.Contains("icc-profile-data") ? upright.IccTransform("srgb", embedded: true, intent: Enums.Intent.Relative) : upright.Colourspace(Enums.Interpretation.Srgb);
        _ = srgb.JpegsaveBuffer(q: 95, subsampleMode: Enums.ForeignSubsample.Off, keep: Enums.ForeignKeep.None);
    }
}
