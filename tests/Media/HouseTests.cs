using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MediaGuard.Tests.Support;

namespace MediaGuard.Media.Tests;

/// <summary>The house's plan: who may know whom, what lives where, and what never gets in.</summary>
public sealed partial class HouseTests
{
    /// <summary>Every room and the rooms it knows. Nothing more, nothing less.</summary>
    private static readonly Dictionary<string, string[]> Plan = new()
    {
        ["Media"] = [],
        ["Ingest"] = ["Media"],
        ["Vision"] = ["Media"],
        ["Consent"] = ["Media"],
        ["Publisher"] = ["Media", "Consent"],
        ["Records"] = ["Media", "Ingest", "Vision", "Consent", "Publisher"],
        ["Journey"] = ["Media", "Ingest", "Vision", "Consent", "Publisher", "Records"],
        ["Web"] = ["Media", "Journey", "Records"],
    };

    /// <summary>A library that lives in one room only: the start of its packages' and namespaces' names, and the room.</summary>
    private static readonly (string Library, string Room)[] Homes =
    [
        ("Microsoft.ML.OnnxRuntime", "Vision"),
        ("Hangfire", "Journey"),
        ("Microsoft.EntityFrameworkCore", "Records"),
        ("Npgsql", "Records"),
        ("NetVips", "Ingest"),
        ("Magick.NET", "Ingest"),
        ("MetadataExtractor", "Ingest"),
        ("Azure.Storage", "Ingest"),
    ];

    /// <summary>Hosts of package registries, in parts so that this file names none.</summary>
    private static readonly string[] RegistryHosts =
    [
        "nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "yarnpkg" + ".com", "npmmirror" + ".com",
        "nuget.pkg" + ".github", "npm.pkg" + ".github", "pkgs.dev" + ".azure", "myget" + ".org",
    ];

    /// <summary>What consent promises, by the ids of the requirements.</summary>
    private static readonly string[] Promised = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "D1", "D2", "G1", "G2", "G3", "L1", "L2", "L3"];

    private static IEnumerable<string> Rooms => Plan.Keys;

    [Test]
    public void Rooms_OnDisk_AreThoseOfThePlan() =>
        Assert.That(Directory.GetDirectories(Source).Select(Path.GetFileName), Is.EquivalentTo(Plan.Keys));

    [TestCaseSource(nameof(Rooms))]
    public void References_OfARoom_AreExactlyThePlans(string room)
    {
        var known = Items(room, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["MediaGuard.".Length..]);
        Assert.That(known, Is.EquivalentTo(Plan[room]));
    }

    [Test]
    public void Packages_OfMedia_AreNone()
    {
        Assert.That(Items("Media", "PackageReference"), Is.Empty);
        Assert.That(Items("Media", "FrameworkReference"), Is.Empty);
    }

    [TestCaseSource(nameof(Homes))]
    public void Packages_OfALibrary_AreInItsRoomOnly((string Library, string Room) home)
    {
        var rooms = Plan.Keys.Where(room => Items(room, "PackageReference").Any(package => package.StartsWith(home.Library, StringComparison.OrdinalIgnoreCase)));
        Assert.That(rooms, Is.EqualTo([home.Room]));
    }

    [Test]
    public void Packages_ThatBringEntityFramework_AreInRecordsOnly()
    {
        var rooms = Plan.Keys.Where(room => Items(room, "PackageReference").Any(package => package.Contains("EntityFrameworkCore", StringComparison.Ordinal)));
        Assert.That(rooms, Is.EqualTo(["Records"]));
    }

    // A room's packages reach the rooms that know it: the compiler lets them be used there, so their names are looked for.
    [TestCaseSource(nameof(Homes))]
    public void Source_UsingALibrary_IsInItsRoomOnly((string Library, string Room) home)
    {
        var used = new Regex($@"^\s*(@using|(global\s+)?using)\s+(static\s+)?(\w+\s*=\s*)?(global::)?{Regex.Escape(Namespace(home.Library))}\b", RegexOptions.Multiline);
        var strangers = SourceFiles()
            .Where(file => !file.StartsWith(home.Room + "/", StringComparison.Ordinal))
            .Where(file => used.IsMatch(File.ReadAllText(Path.Combine(Source, file))));
        Assert.That(strangers, Is.Empty);
    }

    [Test]
    public void LockFiles_OfEveryProject_Exist()
    {
        var projects = TrackedFiles().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        Assert.That(projects, Has.Count.GreaterThan(Plan.Count));
        Assert.That(projects.Where(file => !File.Exists(Path.Combine(TestPaths.Root, Path.GetDirectoryName(file)!, "packages.lock.json"))), Is.Empty);
        Assert.That(Path.Combine(Source, "Web", "package-lock.json"), Does.Exist);
    }

    [Test]
    public void LockFiles_Addresses_AreNone()
    {
        var locks = TrackedFiles().Where(file => Path.GetFileName(file) is "packages.lock.json" or "package-lock.json" or ".npmrc").ToList();
        Assert.That(locks, Is.Not.Empty);
        Assert.That(locks.Where(file => File.ReadAllText(Path.Combine(TestPaths.Root, file)).Contains("://", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void TrackedFiles_RegistryHosts_AreNamedNowhere()
    {
        var naming = TrackedFiles()
            .Select(file => (file, path: Path.Combine(TestPaths.Root, file)))
            .Where(pair => File.Exists(pair.path))
            .Where(pair => RegistryHosts.Any(host => File.ReadAllText(pair.path).Contains(host, StringComparison.OrdinalIgnoreCase)))
            .Select(pair => pair.file);
        Assert.That(naming, Is.Empty);
    }

    [TestCaseSource(nameof(Promised))]
    public void Requirements_Promised_HaveATestBearingTheirId(string id)
    {
        var bearing = TrackedFiles()
            .Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => Path.Combine(TestPaths.Root, file))
            .Where(path => File.Exists(path) && File.ReadAllText(path).Contains($"[Property(\"Requirement\", \"{id}\")]", StringComparison.Ordinal));
        Assert.That(bearing, Is.Not.Empty);
    }

    /// <summary>A line that names the package and its version: notices that are a version behind are as wrong as missing ones.</summary>
    [Test]
    public void Glossary_EveryWord_HasOneMeaning() =>
        Assert.That(
            File.ReadLines(Path.Combine(TestPaths.Root, "docs", "glossary.md")).TakeWhile(l => !l.StartsWith("## Who signs in", StringComparison.Ordinal))
                .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| word |", StringComparison.Ordinal)).Select(l => l.Split('|')[1].Trim()).CountBy(w => w).Where(w => w.Value > 1).Select(w => w.Key),
            Is.Empty);

    [Test]
    public void Notices_OfEveryPackage_NameItAndItsVersion()
    {
        var packages = XDocument.Load(Path.Combine(TestPaths.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => ((string)p.Attribute("Include")!, (string)p.Attribute("Version")!)).ToList();
        Assert.That(Plan.Keys.SelectMany(room => Items(room, "PackageReference")), Is.SubsetOf(packages.Select(p => p.Item1)), "the rooms' packages");
        Assert.That(packages.Where(p => !IsNoticed(p.Item1, p.Item2)), Is.Empty);
    }

    [Test]
    public void Notices_OfEveryModelAndNpmPackage_NameItAndItsVersion()
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(TestPaths.Root, "models", "manifest.json")));
        using var pages = JsonDocument.Parse(File.ReadAllText(Path.Combine(Source, "Web", "package.json")));
        var models = manifest.RootElement.GetProperty("models").EnumerateArray().ToList();
        List<(string, string)> fetched =
        [
            .. models.Where(m => m.TryGetProperty("package", out _)).Select(m => Apart(m.GetProperty("package").GetString()!)),
            .. models.Where(m => !m.TryGetProperty("package", out _)).Select(m => (m.GetProperty("name").GetString()!, m.GetProperty("sha256").GetString()![..8])),
            .. pages.RootElement.GetProperty("dependencies").EnumerateObject().Select(d => (d.Name, d.Value.GetString()!)),
            .. SourceFiles().SelectMany(f => NpmPackage().Matches(File.ReadAllText(Path.Combine(Source, f)))).Select(m => Apart(m.Groups[1].Value)),
        ];
        Assert.That(fetched, Has.Count.GreaterThan(models.Count + 2), "models, the pages' scripts and the sample pictures");
        Assert.That(fetched.Where(p => !IsNoticed(p.Item1, p.Item2)), Is.Empty);
    }

    private static string[] Notices { get; } = File.ReadAllLines(Path.Combine(TestPaths.Root, "THIRD-PARTY-NOTICES.md"));

    private static bool IsNoticed(string package, string version)
    {
        var named = new Regex($@"(?<![\w.@/-]){Regex.Escape(package)}(?![\w/-]|\.\w)");
        var numbered = new Regex($@"(?<![\w.]){Regex.Escape(version)}(?![\w]|\.\w)");
        return Notices.Any(line => line.StartsWith('|') && named.IsMatch(line) && numbered.IsMatch(line));
    }

    private static (string Package, string Version) Apart(string spec) => (spec[..spec.LastIndexOf('@')], spec[(spec.LastIndexOf('@') + 1)..]);

    [GeneratedRegex("\"((?:@[a-z0-9-]+/)?[a-z0-9.-]+@[0-9]+\\.[0-9]+\\.[0-9]+)\"")]
    private static partial Regex NpmPackage();

    private static string Source => Path.Combine(TestPaths.Root, "src");

    private static string Namespace(string library) => library == "Magick.NET" ? "ImageMagick" : library;

    private static IEnumerable<string> Items(string room, string kind) =>
        XDocument.Load(Path.Combine(Source, room, $"MediaGuard.{room}.csproj")).Descendants(kind).Select(item => (string)item.Attribute("Include")!);

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    /// <summary>Files under version control, and new ones that would be.</summary>
    private static List<string> TrackedFiles()
    {
        if (!Path.Exists(Path.Combine(TestPaths.Root, ".git")))
        {
            Assert.Ignore("This copy is not under version control, so it has no list of tracked files.");
        }

        using var git = Process.Start(new ProcessStartInfo("git", ["-C", TestPaths.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { RedirectStandardOutput = true })!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.That(git.ExitCode, Is.Zero, "git ls-files");
        return [.. files];
    }
}
