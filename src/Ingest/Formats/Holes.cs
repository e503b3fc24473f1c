namespace MediaGuard.Ingest.Formats;

/// <summary>Finds what a copy left out: a run of zeros within coded data that no coder writes there.</summary>
/// <remarks>Decoders conceal what is missing, and not always with a word. For use on data of coders only that never write such a run: see the callers.</remarks>
internal static class Holes
{
    private static readonly byte[] Zeros = new byte[4096];

    /// <param name="least">The shortest run that counts, up to 4096 bytes.</param>
    public static bool In(ReadOnlySpan<byte> coded, int least = 64) => coded.IndexOf(Zeros.AsSpan(0, least)) >= 0;
}
