namespace MediaGuard.Journey.Uploads;

/// <summary>What a browser may send.</summary>
/// <param name="File">Bytes of the largest file.</param>
/// <param name="Piece">Most bytes of one request.</param>
public sealed record UploadLimits(long File, int Piece);
