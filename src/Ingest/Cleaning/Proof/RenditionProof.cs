using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Proof;

/// <summary>The gate behind every encoder: two parsers, either of which may say no.</summary>
internal static class RenditionProof
{
    /// <exception cref="MediaException">LeftoverFound; the inner exception names the kind, never the contents.</exception>
    public static void Require(byte[] jpeg, int width, int height)
    {
        if ((JpegProof.Leftover(jpeg, width, height) ?? ReadBackProof.Leftover(jpeg)) is { } leftover)
        {
            throw new MediaException(ReasonCode.LeftoverFound, new InvalidDataException(leftover));
        }
    }
}
