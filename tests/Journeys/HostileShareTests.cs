using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MediaGuard.Ingest.Tests.Cleaning;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Tests.Support;

namespace MediaGuard.Journeys.Tests;

/// <summary>Hundreds of malformed files, names that lie, pipes and links in the share of the real service: it stays up, stays small, and the good photos come through.</summary>
public sealed partial class HostileShareTests
{
    private const long MostMemory = 1536L << 20;
    private const int LongestMilliseconds = 20_000;
    private static readonly string[] Oddities = ["pipe.jpg", "link.jpg", "passwd.jpg", "self.jpg", "elsewhere"];
    private static readonly string[] Endings = [".jpg", ".HEIC", ".png", ".jpeg", ".webp", "", ".jpg.exe", ".mov"];

    [Test]
    public async Task Serve_HostileShare_StaysUpSmallAndTakesTheGoodPhotos()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Ignore("Memory of a process and its children is read from /proc.");
        }

        var seed = Environment.TickCount;
        using var workshop = new TempFolder();
        var files = new HostileFiles(new DrawnKinds(workshop.FullName).Of, seed).All().Select(f => f.File).DistinctBy(f => Convert.ToHexString(School.Sha(f).AsSpan())).ToList();
        TestContext.Out.WriteLine($"seed {seed}, {files.Count} files");
        Assert.That(files, Has.Count.GreaterThanOrEqualTo(300));

        using var school = await School.MakeAsync();
        school.Settings["Journey:LeaseFor"] = "00:00:30";
        var books = new Books(school);
        var secret = workshop.At("secret.jpg");
        var good = Enumerable.Range(100, 10).Select(Photos.Draw).ToList();
        await File.WriteAllBytesAsync(secret, Photos.Draw(99));
        PlantOddities(school.Class, secret);
        foreach (var (index, file) in files.Index())
        {
            school.Drop($"{index}{Endings[index % Endings.Length]}", file);
            if (index % (files.Count / good.Count) == 0 && index / (files.Count / good.Count) is var n && n < good.Count)
            {
                school.Drop($"good {n}.jpg", good[n]);
            }
        }

        GC.Collect();
        await using var serve = school.Serve(("MEDIAGUARD_Logging__LogLevel__Default", "Information"));
        var most = 0L;
        var began = Stopwatch.GetTimestamp();
        await Eventually.HoldsAsync(
            () =>
            {
                most = Math.Max(most, ProcessTree.Memory(serve.Id));
                Assert.That(serve.HasExited, Is.False, serve.Output);
                return books.Items() is var items && items.Count >= files.Count + good.Count && items.All(i => i.Status is >= MediaStatus.Departed);
            },
            () => string.Join('\n', books.Items().Where(i => i.Status < MediaStatus.Departed)),
            TimeSpan.FromMinutes(12));

        var slowest = Steps().Matches(serve.Output).GroupBy(m => m.Groups[1].Value).Select(g => g.Sum(m => long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture))).DefaultIfEmpty().Max();
        TestContext.Out.WriteLine($"all through after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, at most {most >> 20} MiB in the service and its children, slowest item {slowest} ms");
        var items = books.Items();
        TestContext.Out.WriteLine(string.Join(", ", items.GroupBy(i => $"{i.Status} {i.Reason}").OrderByDescending(g => g.Count()).Select(g => $"{g.Count()} {g.Key}")));
        Assert.Multiple(() =>
        {
            Assert.That(good.Select(g => books.Of(g)?.Status), Is.All.EqualTo(MediaStatus.Departed));
            Assert.That(items.Where(i => i.Status == MediaStatus.Quarantined).Select(i => i.Reason), Is.All.Not.EqualTo(nameof(ReasonCode.None)).And.All.Not.EqualTo(nameof(ReasonCode.StepDiedRepeatedly)));
            Assert.That(books.Of(Photos.Draw(99)), Is.Null, "what a link points to is not the share's");
            Assert.That(File.Exists(secret), Is.True);
            Assert.That(slowest, Is.InRange(1, LongestMilliseconds));
            Assert.That(most, Is.InRange(1, MostMemory));
        });
        await serve.KillAsync();
        Directory.EnumerateFileSystemEntries(school.Class).Where(e => Oddities.Contains(Path.GetFileName(e))).ToList().ForEach(File.Delete); // reading a pipe waits for ever
        await books.AssertNothingLostAsync(good);
    }

    /// <summary>A pipe nobody writes to, links out of the share, a folder with a photo's name, and a link that leads to itself.</summary>
    private static void PlantOddities(string folder, string secret)
    {
        using (var pipe = Process.Start("mkfifo", Path.Combine(folder, "pipe.jpg")))
        {
            pipe.WaitForExit();
        }

        File.CreateSymbolicLink(Path.Combine(folder, "link.jpg"), secret);
        File.CreateSymbolicLink(Path.Combine(folder, "passwd.jpg"), "/etc/passwd");
        File.CreateSymbolicLink(Path.Combine(folder, "self.jpg"), Path.Combine(folder, "self.jpg"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "elsewhere"), Path.GetDirectoryName(secret)!);
        Directory.CreateDirectory(Path.Combine(folder, "folder.jpg"));
    }

    [GeneratedRegex(@"([0-9a-f]{32}) \w+ -> \w+ in (\d+) ms")]
    private static partial Regex Steps();
}
