using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>Copies of a channel that are being taken back and not yet proven gone.</summary>
/// <param name="Since">When the first of them was ordered back.</param>
public sealed record OpenRecalls(string Channel, int Count, Instant Since);
