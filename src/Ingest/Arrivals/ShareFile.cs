using MediaGuard.Media;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>A file in the share that has stood still and can be opened.</summary>
/// <param name="RelativePath">Path below the share's root, separated by <c>/</c>, as the file system spells it. May hold a child's name: never logged.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ModifiedAt">Last write.</param>
public sealed record ShareFile(string RelativePath, long Length, Instant ModifiedAt)
{
    /// <summary>The first folder, which names the class; empty for a file lying in the root.</summary>
    public string ClassFolder => RelativePath.Contains('/', StringComparison.Ordinal) ? RelativePath[..RelativePath.IndexOf('/', StringComparison.Ordinal)] : "";

    public override string ToString() => $"ShareFile({Length} bytes)";
}
