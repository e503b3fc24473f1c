using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.Tiff;

/// <summary>TIFF 6.0 and BigTIFF, but for what cameras write in its clothes.</summary>
internal sealed class TiffFamily : IFormatFamily
{
    public bool Decodes => true;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) => TiffWalk.IsTiff(file) && !TiffWalk.Of(file).IsRaw ? MediaFormat.Tiff : null;

    public Image Load(byte[] file) => Image.TiffloadBuffer(file, page: 0, n: 1, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);

    public FormatFacts Survey(ReadOnlySpan<byte> file)
    {
        var walk = TiffWalk.Of(file);
        var kinds = new MetadataKinds();
        kinds.Add(MetadataKinds.ExtraPicture, walk.Pages - 1);
        return new(walk.Width, walk.Height, walk.IsWhole, kinds.ToCounts(), walk.Pages > 1 ? [FormatFacts.FirstPageOnly] : []);
    }
}
