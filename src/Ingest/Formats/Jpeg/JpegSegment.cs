namespace MediaGuard.Ingest.Formats.Jpeg;

/// <summary>One marker segment. <paramref name="Payload"/> is the range behind the length field, <paramref name="Entropy"/> the coded data behind a scan header (empty otherwise).</summary>
internal readonly record struct JpegSegment(byte Marker, Range Payload, Range Entropy);
