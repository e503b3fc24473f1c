using MediaGuard.Ingest.Formats.IsoMedia;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.Clips;

/// <summary>QuickTime and MP4: recognised, not decoded here.</summary>
internal sealed class ClipFamily : IFormatFamily
{
    public bool Decodes => false;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) => IsoBrands.Tell(file) is MediaFormat.QuickTime or MediaFormat.Mp4 ? IsoBrands.Tell(file) : null;

    public FormatFacts Survey(ReadOnlySpan<byte> file) => new(0, 0, true, new MetadataKinds().ToCounts(), []);

    public Image Load(byte[] file) => throw new MediaException(ReasonCode.FormatNotSupported);
}
