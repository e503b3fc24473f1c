namespace MediaGuard.Records.Releases;

/// <summary>How copies reach a channel.</summary>
/// <param name="Kind">The channel's kind, for example <c>folder</c>.</param>
/// <param name="Address">Where; empty for the data folder's own.</param>
/// <param name="Subfolder">The class's random short name outside, or <c>all</c>.</param>
public sealed record Delivery(string Kind, string Address, string Subfolder);
