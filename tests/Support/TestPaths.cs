using System.Runtime.CompilerServices;

namespace MediaGuard.Tests.Support;

/// <summary>Where things lie in the repository the tests were built from.</summary>
public static class TestPaths
{
    public static string Root { get; } = FindRoot();

    /// <summary>The set-up cache: sample pictures and tools fetched from packages.</summary>
    public static string Cache => Path.Combine(Root, ".cache");

    /// <summary>Real files beside the project; absent on most machines.</summary>
    public static string Corpus => Path.GetFullPath(Path.Combine(Root, "..", "shared", "corpus"));

    private static string FindRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
