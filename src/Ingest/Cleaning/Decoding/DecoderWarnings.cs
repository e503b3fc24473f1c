namespace MediaGuard.Ingest.Cleaning.Decoding;

/// <summary>Counts what the JPEG reader says only after the last row, when it is closed: it met data that does not decode and drew something in its place.</summary>
/// <remarks>One count for the process: it can be held against a picture only where one is decoded at a time, as in a decoding child.</remarks>
internal static class DecoderWarnings
{
    private static int _count;

    public static int Count => Volatile.Read(ref _count);

    /// <summary>Hears every warning of the library. The words are looked at, never kept.</summary>
    public static void Hear(string? message)
    {
        if (message is not null && message.StartsWith("read gave ", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _count);
        }
    }
}
