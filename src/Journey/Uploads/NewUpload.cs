namespace MediaGuard.Journey.Uploads;

/// <summary>A file somebody is about to send.</summary>
/// <param name="Name">What the device calls it; may hold a child's name.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">The browser's digest of it, 64 lower-case hexadecimal digits; empty where it made none.</param>
public sealed record NewUpload(string Name, long Length, string Sha256)
{
    public override string ToString() => $"NewUpload({Length} bytes)";
}
