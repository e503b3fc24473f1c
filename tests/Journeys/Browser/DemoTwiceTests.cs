using System.Security.Cryptography;
using MediaGuard.Tests.Support;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>What <c>./run</c> does on every start.</summary>
[TestFixture, Category("Slow")]
public sealed class DemoTwiceTests
{
    [Test]
    public async Task Demo_RunAgain_ChangesNothingAndSaysTheSame()
    {
        using var folder = new TempFolder();
        var data = Path.Combine(folder.FullName, "data");
        var first = await ServedDemo.MakeAsync(data);
        var before = Digests(data);
        Assert.That(first.Keys, Is.EquivalentTo(new[] { "teacher", "office", "editor", "lead", "technician" }));

        var second = await ServedDemo.MakeAsync(data);
        Assert.That(second, Is.EqualTo(first));
        Assert.That(Digests(data), Is.EqualTo(before));
    }

    /// <summary>Every file but logs and SQLite's own helpers, which open and close with each process.</summary>
    private static SortedDictionary<string, string> Digests(string data) => new(
        Directory.GetFiles(data, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal))
            .Where(f => !Path.GetRelativePath(data, f).StartsWith("logs", StringComparison.Ordinal))
            .ToDictionary(f => Path.GetRelativePath(data, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))),
        StringComparer.Ordinal);
}
