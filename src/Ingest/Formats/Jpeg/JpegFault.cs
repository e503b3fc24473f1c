namespace MediaGuard.Ingest.Formats.Jpeg;

/// <summary>Why a walk over a JPEG's segments stopped before its end marker.</summary>
internal enum JpegFault
{
    None,
    NoStart,
    CutShort,
    BadLength,
    TooManySegments,
}
