using System.Runtime.Versioning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journey.Tests;

/// <summary>What the doctor finds on a real data folder, and that it finds what was broken on purpose.</summary>
public sealed class DoctorTests
{
    /// <summary>A folder in which the system lets nobody make a file, not even root.</summary>
    private const string TakesNothing = "/proc/tty";

    private DataFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new DataFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Examine_Healthy_FindsNothingWrongAndLeavesNothingBehind()
    {
        await using var services = await SchoolAsync();
        await DropPhotoAsync(services);
        var before = Files();
        var findings = await ExamineAsync(services);
        Assert.That(findings.Where(f => f.Health == Health.Wrong && f.What is not ("disk" or "register")).Select(f => f.What), Is.Empty);
        Assert.That(findings.Where(f => f.Health == Health.Wrong).Select(f => f.Mend), Has.None.Empty);
        Assert.That(findings.Select(f => f.What), Is.SupersetOf(new[] { "share, writing", "store", "keyring", "released, seesaw", "clock", "time zones", "audit", "master key" }));
        Assert.That(Files(), Is.EqualTo(before));
    }

    [TestCase("ultraface-rfb320", true)]
    [TestCase("ultraface-rfb320", false)]
    [TestCase("blazeface-back", true)]
    public async Task Examine_ModelMissingOrAltered_IsWrongAndSaysHowToMendIt(string name, bool isMissing)
    {
        var models = Directory.CreateDirectory(folder.At("models")).FullName;
        foreach (var file in Directory.EnumerateFiles(Weights, "*.onnx"))
        {
            File.Copy(file, Path.Combine(models, Path.GetFileName(file)));
        }

        var model = Path.Combine(models, name + ".onnx");
        var bytes = await File.ReadAllBytesAsync(model);
        File.Delete(model);
        if (!isMissing)
        {
            bytes[^100] ^= 1;
            await File.WriteAllBytesAsync(model, bytes);
        }

        await using var services = await SchoolAsync(("Models:Folder", models));
        var finding = (await ExamineAsync(services)).Single(f => f.What == "model " + name);
        Assert.That(finding.Health, Is.EqualTo(Health.Wrong));
        Assert.That(finding.Says, Does.Contain(isMissing ? "Not installed" : "not the one the manifest names"));
        Assert.That(finding.Mend, Does.Contain("mediaguard models install"));
    }

    [Test]
    public async Task Examine_ClockBehindTheRecord_IsWrong()
    {
        await using (await SchoolAsync())
        {
        }

        await using var early = Services(TimeSpan.FromDays(-2));
        var finding = (await ExamineAsync(early)).Single(f => f.What == "clock");
        Assert.That(finding.Health, Is.EqualTo(Health.Wrong));
        Assert.That(finding.Says, Does.Contain("47 h 59 min").Or.Contain("48 h 0 min"));
        await using var right = Services(default);
        Assert.That((await ExamineAsync(right)).Single(f => f.What == "clock").Health, Is.EqualTo(Health.Well));
    }

    [Test, Category("Postgres")]
    public async Task Examine_DatabaseServersClockApart_IsWrong()
    {
        var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        (string, string)[] postgres = [("Database:Provider", "postgres"), ("Database:ConnectionString", connection)];
        await using var right = await SchoolAsync(postgres);
        Assert.That((await ExamineAsync(right)).Single(f => f.What == "database clock").Health, Is.EqualTo(Health.Well));
        await using var ahead = Services(TimeSpan.FromMinutes(3), postgres);
        var finding = (await ExamineAsync(ahead)).Single(f => f.What == "database clock");
        Assert.That((finding.Health, finding.Says), Is.EqualTo((Health.Wrong, "this machine and the database server are 0 h 3 min 0 s apart")).Or.EqualTo((Health.Wrong, "this machine and the database server are 0 h 2 min 59 s apart")));
    }

    [Test]
    public void Zones_WithoutData_AreWrong()
    {
        Assert.That(ClockFindings.OfZones(_ => null).Health, Is.EqualTo(Health.Wrong));
        Assert.That(ClockFindings.OfZones(_ => TimeZoneInfo.Utc).Health, Is.EqualTo(Health.Wrong), "a zone whose clocks never change");
        Assert.That(ClockFindings.OfZones(TimeZoneInfo.FindSystemTimeZoneById).Health, Is.EqualTo(Health.Well));
    }

    [Test, Platform("Linux")]
    public async Task Examine_PlacesThatTakeNoFile_AreWrong()
    {
        var policy = StandardPolicy.Document;
        policy = policy with { Channels = [.. policy.Channels.Select(c => c.Channel == "seesaw" ? c with { Kind = "folder", Address = TakesNothing } : c)] };
        await using var services = await SchoolAsync(policy, TakesNothing, ("Vault:StoreFolder", TakesNothing), ("Vault:KeyringFolder", TakesNothing));
        var findings = await ExamineAsync(services);
        foreach (var what in new[] { "share, writing", "store", "keyring", "released, seesaw" })
        {
            var finding = findings.Single(f => f.What == what);
            Assert.That(finding.Health, Is.EqualTo(Health.Wrong), what);
            Assert.That(finding.Mend, Does.Contain("right to write"), what);
        }
    }

    [Test]
    public async Task Examine_StoreAwayWhileKeysAreHere_IsWrong()
    {
        await using (var services = await SchoolAsync())
        {
            await DropPhotoAsync(services);
        }

        Directory.Move(folder.At("data", "store"), folder.At("data", "store-away"));
        await using var later = Services(default);
        var finding = (await ExamineAsync(later)).Single(f => f.What == "store");
        Assert.That((finding.Health, finding.Says), Is.EqualTo((Health.Wrong, "the folder is not there: photos wait meanwhile")));
        Assert.That(Directory.Exists(folder.At("data", "store")), Is.False, "looking makes nothing");
    }

    [Test, Platform("Linux")]
    public async Task Examine_ShareHoldsWhatCantBeTaken_IsWrong()
    {
        await using var services = await SchoolAsync();
        Assert.That((await ExamineAsync(services)).Single(f => f.What == "share, reading").Health, Is.EqualTo(Health.Well));
        await ShellAsync("touch \"$1/$(printf 'Zo\\351.jpg')\"");
        try
        {
            var finding = (await ExamineAsync(services)).Single(f => f.What == "share, reading");
            Assert.That((finding.Health, finding.Says), Is.EqualTo((Health.Wrong, "1 file or folder in it can't be taken in")));
            Assert.That(finding.Mend, Does.Contain("name"));
        }
        finally
        {
            await ShellAsync("rm -f \"$1\"/*"); // .NET can't remove what it can't spell
        }

        async Task ShellAsync(string command)
        {
            using var shell = System.Diagnostics.Process.Start("sh", ["-c", command, "sh", folder.At("data", "share", "Oak")]);
            await shell.WaitForExitAsync();
        }
    }

    [Test, Platform("Linux"), SupportedOSPlatform("linux")]
    public async Task Examine_DatabaseOthersCanRead_IsWrong()
    {
        await using var services = await SchoolAsync();
        Assert.That((await ExamineAsync(services)).Single(f => f.What == "database file").Health, Is.EqualTo(Health.Well));
        File.SetUnixFileMode(folder.At("data", "mediaguard.db"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.That((await ExamineAsync(services)).Single(f => f.What == "database file").Health, Is.EqualTo(Health.Wrong));
    }

    private static string Weights
    {
        get
        {
            var weights = Path.Combine(TestPaths.Root, "models", "weights");
            return File.Exists(Path.Combine(weights, "ultraface-rfb320.onnx")) ? weights : throw new IgnoreException("The models are not installed (mediaguard models install).");
        }
    }

    private static Task<IReadOnlyList<Finding>> ExamineAsync(ServiceProvider services) => services.GetRequiredService<IDoctor>().ExamineAsync(CancellationToken.None);

    private Task<ServiceProvider> SchoolAsync(params (string, string)[] settings) => SchoolAsync(StandardPolicy.Document, "", settings);

    /// <summary>A school with one entry in its record.</summary>
    private async Task<ServiceProvider> SchoolAsync(PolicyDocument policy, string share, params (string, string)[] settings)
    {
        _ = Weights;
        var services = Services(default, settings);
        var school = await DataFolder.AddSchoolAsync(services, "Doctor's", policy, share);
        await using var head = await services.GetRequiredService<IHeads>().BeginAsync(school.Id, CancellationToken.None);
        head.ConfirmRegister(head.Today, null);
        head.AddGroup("Oak", asksSeesaw: true, null);
        await head.CommitAsync(CancellationToken.None);
        Directory.CreateDirectory(folder.At("data", "share", "Oak"));
        return services;
    }

    private ServiceProvider Services(TimeSpan ahead, params (string Name, string Value)[] settings) =>
        folder.Services(s => s.AddSingleton<TimeProvider>(new AheadTime(ahead)), settings);

    private async Task DropPhotoAsync(ServiceProvider services)
    {
        await folder.DropPhotoAsync();
        await services.GetRequiredService<IDrain>().RunAsync(null, CancellationToken.None);
        Assert.That(await services.GetRequiredService<IVault>().ListAsync(CancellationToken.None).AnyAsync(), Is.True);
    }

    /// <summary>Every file and folder but the database's, which changes with each process that opens it.</summary>
    private List<string> Files() =>
    [
        .. Directory.EnumerateFileSystemEntries(folder.At("data"), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
            .Where(f => !Path.GetFileName(f).StartsWith("mediaguard.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    private sealed class AheadTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
