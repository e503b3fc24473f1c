using System.Collections.Immutable;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>A path below a share's root, taken apart: its folders from the root down, and the file's name.</summary>
internal sealed record SharePath(ImmutableArray<string> Folders, string Name)
{
    /// <exception cref="ArgumentException">Absolute, empty, or leading upwards. The message does not repeat the path.</exception>
    public static SharePath Parse(string relativePath)
    {
        var parts = (relativePath ?? "").Split('/');
        return parts.All(IsPlain)
            ? new SharePath([.. parts[..^1]], parts[^1])
            : throw new ArgumentException("Not a path below the share.", nameof(relativePath));
    }

    public override string ToString() => $"SharePath({Folders.Length} folders)";

    private static bool IsPlain(string part) =>
        part is not ("" or "." or "..")
        && !part.Contains('\0', StringComparison.Ordinal)
        && (!OperatingSystem.IsWindows() || part.IndexOfAny(['\\', ':']) < 0);
}
