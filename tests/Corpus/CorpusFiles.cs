using MediaGuard.Tests.Support;

namespace MediaGuard.Corpus.Tests;

/// <summary>Real files beside the project, or where <c>MEDIAGUARD_CORPUS</c> says; tests are ignored, saying so, where there are none.</summary>
internal static class CorpusFiles
{
    public static string[] In(params string[] folders)
    {
        var root = Environment.GetEnvironmentVariable("MEDIAGUARD_CORPUS") is { Length: > 0 } said ? said : TestPaths.Corpus;
        var files = folders
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (files.Length == 0)
        {
            Assert.Ignore("No corpus here: put real files beside the project in shared/corpus, or name the folder in MEDIAGUARD_CORPUS.");
        }

        return files;
    }
}
