using System.Buffers.Binary;
using ImageMagick;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Formats.Bmp;

/// <summary>Windows bitmaps.</summary>
internal sealed class BmpFamily : IFormatFamily
{
    public bool Decodes => true;

    /// <remarks>Two letters are little to go by: the reserved fields must be zero and the header's size one that exists.</remarks>
    public MediaFormat? Recognise(ReadOnlySpan<byte> file) =>
        file.Length >= 26 && file.StartsWith("BM"u8) && BinaryPrimitives.ReadUInt32LittleEndian(file[6..]) == 0
        && BinaryPrimitives.ReadUInt32LittleEndian(file[14..]) is 12 or 16 or 40 or 52 or 56 or 64 or 108 or 124
            ? MediaFormat.Bmp
            : null;

    public NetVips.Image Load(byte[] file) => MagickPictures.Load(file, MagickFormat.Bmp);

    public FormatFacts Survey(ReadOnlySpan<byte> file)
    {
        var whole = BinaryPrimitives.ReadUInt32LittleEndian(file[2..]) <= file.Length && BinaryPrimitives.ReadUInt32LittleEndian(file[10..]) < file.Length;
        var old = BinaryPrimitives.ReadUInt32LittleEndian(file[14..]) == 12;
        var width = old ? BinaryPrimitives.ReadUInt16LittleEndian(file[18..]) : BinaryPrimitives.ReadInt32LittleEndian(file[18..]);
        var height = old ? BinaryPrimitives.ReadUInt16LittleEndian(file[20..]) : BinaryPrimitives.ReadInt32LittleEndian(file[22..]);
        return new(Magnitude(width), Magnitude(height), whole, new MetadataKinds().ToCounts(), []);
    }

    /// <summary>A negative height means rows from the top.</summary>
    private static int Magnitude(int value) => value == int.MinValue ? int.MaxValue : Math.Abs(value);
}
