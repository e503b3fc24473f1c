using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace MediaGuard.Tests.Support;

/// <summary>Photos of people from published packages, fetched once into the cache; the tests that want them need npm and its registry the first time.</summary>
public static class SamplePictures
{
    private static readonly Lock Fetching = new();

    private static readonly (string Package, string[] Files)[] Sources =
    [
        ("@vladmandic/face-api@1.7.15", ["demo/sample1.jpg", "demo/sample2.jpg", "demo/sample3.jpg", "demo/sample4.jpg", "demo/sample5.jpg", "demo/sample6.jpg"]),
        ("facefinder@1.0.2", ["test/fixtures/childFaces.jpg"]),
    ];

    /// <summary>Three to five adults each.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Sources.SelectMany(s => s.Files).Select(f => Path.GetFileName(f))];

    /// <summary>The path of one picture, for example <c>sample1.jpg</c> or <c>childFaces.jpg</c>.</summary>
    public static string PathOf(string name)
    {
        var path = Path.Combine(TestPaths.Cache, "samples", name);
        if (!File.Exists(path))
        {
            lock (Fetching)
            {
                Fetch(Sources.Single(s => s.Files.Any(f => Path.GetFileName(f) == name)));
            }
        }

        return path;
    }

    private static void Fetch((string Package, string[] Files) source)
    {
        var folder = Directory.CreateTempSubdirectory("mediaguard-samples-");
        try
        {
            var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", source.Package, "--silent", "--ignore-scripts", "--pack-destination", folder.FullName]);
            using (var npm = Process.Start(start)!)
            {
                npm.WaitForExit();
                Assert.That(npm.ExitCode, Is.Zero, $"npm could not fetch {source.Package}: is the registry reachable from here?");
            }

            Take(folder.EnumerateFiles("*.tgz").Single().FullName, source.Files);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Take(string tarball, string[] files)
    {
        var target = Directory.CreateDirectory(Path.Combine(TestPaths.Cache, "samples"));
        using var packed = File.OpenRead(tarball);
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var reader = new TarReader(unpacked);
        while (reader.GetNextEntry() is { } entry)
        {
            if (files.Contains(entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..]))
            {
                // Several test processes may fetch at once: each writes its own file and moves it into place.
                var temporary = Path.Combine(target.FullName, Path.GetRandomFileName());
                entry.ExtractToFile(temporary, overwrite: true);
                File.Move(temporary, Path.Combine(target.FullName, Path.GetFileName(entry.Name)), overwrite: true);
            }
        }
    }
}
