using MediaGuard.Media;

namespace MediaGuard.Ingest.Formats;

/// <summary>Reads an original once into memory: libraries need a buffer, and a decrypting stream is dear to read twice.</summary>
internal static class OriginalBytes
{
    /// <exception cref="MediaException">TooLarge above <paramref name="largest"/> bytes.</exception>
    public static byte[] Read(Stream original, long largest)
    {
        ArgumentNullException.ThrowIfNull(original);
        if (original.Length > largest)
        {
            throw new MediaException(ReasonCode.TooLarge);
        }

        original.Position = 0;
        var bytes = new byte[original.Length];
        original.ReadExactly(bytes);
        return bytes;
    }
}
