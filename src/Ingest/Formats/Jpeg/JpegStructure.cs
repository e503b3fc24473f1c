namespace MediaGuard.Ingest.Formats.Jpeg;

/// <summary>The segments of a JPEG in order, as far as they could be followed.</summary>
/// <param name="Segments">Between the start and the end marker, both left out.</param>
/// <param name="Fault">None when the end marker was reached.</param>
/// <param name="End">The position behind the end marker; what follows is a trailer.</param>
/// <param name="Stray">Bytes between segments that belong to none, fill bytes included.</param>
internal sealed record JpegStructure(IReadOnlyList<JpegSegment> Segments, JpegFault Fault, int End, int Stray);
