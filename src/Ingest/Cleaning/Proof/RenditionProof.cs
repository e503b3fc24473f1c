using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Proof;

/// <summary>The gate behind every encoder: two parsers, either of which may say no.</summary>
internal static class RenditionProof
{
    /// <exception cref="MediaException">LeftoverFound, with the kind; never the contents.</exception>
    public static void Require(byte[] jpeg, int width, int height)
    {
        var leftover = JpegProof.Leftover(jpeg, width, height);
        leftover = leftover == LeftoverKind.None ? ReadBackProof.Leftover(jpeg) : leftover;
        if (leftover != LeftoverKind.None)
        {
            throw new MediaException(leftover);
        }
    }
}
