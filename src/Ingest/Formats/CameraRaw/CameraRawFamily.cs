using MediaGuard.Ingest.Formats.IsoMedia;
using MediaGuard.Ingest.Formats.Tiff;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.CameraRaw;

/// <summary>What cameras write before a picture is made of it: recognised, held. Nothing here develops it.</summary>
internal sealed class CameraRawFamily : IFormatFamily
{
    public bool Decodes => false;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) => IsRaw(file) ? MediaFormat.CameraRaw : null;

    public FormatFacts Survey(ReadOnlySpan<byte> file) => new(0, 0, true, new MetadataKinds().ToCounts(), []);

    public Image Load(byte[] file) => throw new MediaException(ReasonCode.FormatNotSupported);

    private static bool IsRaw(ReadOnlySpan<byte> file) =>
        file.StartsWith("FUJIFILMCCD-RAW"u8)
        || file.StartsWith("IIRO"u8) || file.StartsWith("IIRS"u8) || file.StartsWith("MMOR"u8) // Olympus
        || file.StartsWith("IIU\0"u8) // Panasonic
        || file.StartsWith("FOVb"u8) // Sigma
        || file.StartsWith("\0MRM"u8) // Minolta
        || (file.Length > 14 && file[6..].StartsWith("HEAPCCDR"u8)) // Canon CRW
        || IsoBrands.Tell(file) is MediaFormat.CameraRaw // Canon CR3
        || (TiffWalk.IsTiff(file) && TiffWalk.Of(file).IsRaw);
}
