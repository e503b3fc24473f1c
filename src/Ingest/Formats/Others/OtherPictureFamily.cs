using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.Others;

/// <summary>Pictures nothing here decodes: JPEG XL, JPEG 2000, Photoshop. Recognised so that the reason given is the true one.</summary>
internal sealed class OtherPictureFamily : IFormatFamily
{
    public bool Decodes => false;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) =>
        file.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0x00, 0x0C, (byte)'J', (byte)'X', (byte)'L', (byte)' '])
        || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x0A])
        || file.StartsWith((ReadOnlySpan<byte>)[0x00, 0x00, 0x00, 0x0C, (byte)'j', (byte)'P', (byte)' ', (byte)' '])
        || file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0x4F, 0xFF, 0x51])
        || file.StartsWith("8BPS\0"u8)
            ? MediaFormat.Unknown
            : null;

    public FormatFacts Survey(ReadOnlySpan<byte> file) => new(0, 0, true, new MetadataKinds().ToCounts(), []);

    public Image Load(byte[] file) => throw new MediaException(ReasonCode.FormatNotSupported);
}
