using System.CommandLine;
using System.Text.Json;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Journey.Evaluation;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using MediaGuard.Web.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary><c>mediaguard evaluate matching</c> on a folder of people cut from a sample picture.</summary>
[NonParallelizable]
public sealed class EvaluateCommandTests
{
    private const string Canary = "Ashgrove";
    private readonly string[] nobody = [];
    private TempFolder folder = null!;
    private int people;

    private string People => folder.At("people");

    [OneTimeSetUp]
    public async Task MakeAsync()
    {
        folder = new TempFolder();
        Directory.CreateDirectory(folder.At("nothing"));
        await using var services = Services.Build(folder.At("nothing"));
        await using var file = File.OpenRead(SamplePictures.PathOf("sample1.jpg"));
        var group = services.GetRequiredService<IPixelDecoder>().Decode(services.GetRequiredService<IPictureCleaner>().Clean(file, MediaFormat.Jpeg, default).Jpeg);
        var faces = services.GetRequiredService<IFaceFinder>().Find(group, default).Faces.Where(f => f is { IsDoubtful: false, Box.ShorterSide: > 64 }).Take(3).ToList();
        people = faces.Count;
        PeopleFolder.Fill(People, faces.Select((face, i) => (face, i)).ToDictionary(f => $"{Canary} {f.i}", f => PeopleFolder.Around(group, f.face.Box)));
    }

    [OneTimeTearDown]
    public void Clean()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Test]
    public async Task Matching_DataFolderWithASchool_PrintsTheSummaryAndKeepsThePageForIt()
    {
        var data = folder.At("data");
        SchoolId school;
        await using (var services = await Services.MakeAsync(data, default))
        {
            await Services.EnsureSchoolAsync(services, default);
            school = (await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default)).Single().Id;
        }

        var (code, output, _) = await RunAsync("evaluate", "matching", People, "--data", data, "--report", folder.At("report.html"));

        var kept = Path.Combine(data, "evaluation", school.ToString(), "matching.html");
        Assert.That(code, Is.Zero);
        AssertSummary(output);
        Assert.That(output, Does.Contain($"The page is in {folder.At("report.html")} and {kept}"));
        var page = await File.ReadAllTextAsync(kept);
        Assert.That(page, Does.Contain("How well faces are told apart").And.EqualTo(await File.ReadAllTextAsync(folder.At("report.html"))));
        Assert.That(output + page + await File.ReadAllTextAsync(Path.ChangeExtension(kept, ".json")), Does.Not.Contain(Canary));
        await using var later = Services.Build(data);
        var last = await later.GetRequiredService<MatchingReports>().LastAsync(school, default);
        Assert.That((last!.People, last.NamedWrongly), Is.EqualTo((people, 0)));
        Assert.That(last.Photos, Is.InRange(people + 1, people * 3));
        Assert.That(await later.GetRequiredService<MatchingReports>().LastAsync(new SchoolId(Guid.CreateVersion7()), default), Is.Null, "another school's");
    }

    [Test]
    public async Task Matching_NoDataFolderNoReport_PrintsTheSummaryAllTheSame()
    {
        var (code, output, error) = await RunAsync("evaluate", "matching", People, "--data", folder.FullName + "/none");
        Assert.That((code, error), Is.EqualTo((0, "")));
        AssertSummary(output);
        Assert.That(output, Does.Contain("No page was written: give --report FILE"));
        Assert.That(Directory.Exists(folder.FullName + "/none"), Is.False);
    }

    [Test]
    public async Task Matching_Json_IsOneLineWithWorstClosestAndIntervals()
    {
        var (code, output, _) = await RunAsync("evaluate", "matching", People, "--json", "--data", folder.FullName + "/none");
        Assert.That((code, output.TrimEnd().Split('\n').Length), Is.EqualTo((0, 1)));
        var figures = JsonDocument.Parse(output).RootElement.GetProperty("figures");
        Assert.That(figures.GetProperty("people").GetInt32(), Is.EqualTo(people));
        Assert.That(figures.GetProperty("worst").GetArrayLength(), Is.EqualTo(people));
        Assert.That(figures.GetProperty("closest")[0].GetProperty("similarity").GetDouble(), Is.InRange(-1, 1));
        Assert.That(figures.GetProperty("rates").EnumerateArray().Select(r => r.GetProperty("falseAcceptRate").GetDouble()), Is.EqualTo(new[] { 1e-2, 1e-3, 1e-4 }));
        Assert.That(figures.GetProperty("operating")[0].GetProperty("falseAcceptRate").GetProperty("high").GetDouble(), Is.GreaterThan(0));
    }

    [Test]
    public async Task Matching_AFileThatIsNoPicture_IsCountedAndSaid()
    {
        var own = folder.At("spoilt");
        Copy(People, own);
        await File.WriteAllTextAsync(Path.Combine(own, $"{Canary} 0", "notes.txt"), "no picture");
        var (code, output, _) = await RunAsync("evaluate", "matching", own, "--data", folder.FullName + "/none");
        Assert.That(code, Is.EqualTo(ExitCodes.SomeFailed));
        AssertSummary(output);
        Assert.That(output, Does.Contain("1 files could not be read as pictures"));
    }

    [Test]
    public async Task Matching_WrongFolder_SaysWhatItMustHold()
    {
        var (code, _, error) = await RunAsync("evaluate", "matching", folder.FullName + "/none");
        Assert.That((code, error), Is.EqualTo((ExitCodes.WrongUsage, $"mediaguard: there is no folder {folder.FullName}/none{Environment.NewLine}")));

        var one = folder.At("one");
        Copy(Directory.GetDirectories(People)[0], Path.Combine(one, "somebody"));
        (code, _, error) = await RunAsync("evaluate", "matching", one, "--data", folder.FullName + "/none");
        Assert.That(code, Is.EqualTo(ExitCodes.WrongUsage));
        Assert.That(error, Does.Contain("a folder per person, at least two of them"));
    }

    [Test]
    public async Task Matching_ModelNotInstalled_SaysHowToMendIt()
    {
        var data = Directory.CreateDirectory(folder.At("bare")).FullName;
        await File.WriteAllTextAsync(Path.Combine(data, "mediaguard.json"), JsonSerializer.Serialize(new { Models = new { Folder = folder.At("nothing") } }));
        var (code, _, error) = await RunAsync("evaluate", "matching", People, "--data", data);
        Assert.That(code, Is.EqualTo(ExitCodes.NotSetUp));
        Assert.That(error, Does.Contain("mediaguard models install"));
    }

    [Test]
    public async Task Matching_SeveralSchools_AsksWhich()
    {
        var data = folder.At("trust");
        await using (var services = await Services.MakeAsync(data, default))
        {
            foreach (var name in new[] { "Ash Primary", "Elm Primary" })
            {
                await services.GetRequiredService<ISchoolBooks>().MakeAsync(name, "Europe/London", "", Journey.StandardPolicy.Document, default);
            }
        }

        foreach (var wanted in new[] { nobody, ["--school", "Oak Primary"] })
        {
            var (code, _, error) = await RunAsync(["evaluate", "matching", People, "--data", data, .. wanted]);
            Assert.That(code, Is.EqualTo(ExitCodes.WrongUsage));
            Assert.That(error, Does.Contain("say with --school which one").And.Contain("Ash Primary").And.Contain("Elm Primary"));
        }
    }

    private static void AssertSummary(string output) =>
        Assert.That(output, Does.Contain("equal error rate").And.Contain("1 in 100").And.Contain("1 in 1,000").And.Contain("1 in 10,000").And.Contain("threshold")
            .And.Contain("hardest to recognise: person ").And.Contain("most alike: person ").And.Contain("95 % interval"));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        Console.SetOut(said);
        Console.SetError(complained);
        try
        {
            return (await CommandLine.RunAsync(new RootCommand { EvaluateCommand.Make() }, arguments), said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }
}
