using System.CommandLine;
using System.Text.Json;
using MediaGuard.Tests.Support;
using MediaGuard.Web.Commands;

namespace MediaGuard.Web.Tests;

/// <summary><c>mediaguard evaluate faces</c> on a folder with one labelled photo, with the installed models.</summary>
[NonParallelizable]
internal sealed class EvaluateFacesTests
{
    private TempFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new TempFolder();

    [TearDown]
    public void Close() => _folder.Dispose();

    [Test]
    public async Task Evaluate_LabelledPhoto_PrintsFiguresAndWritesThePage()
    {
        Assert.That((await RunAsync("models", "install")).Code, Is.Zero);
        File.Copy(SamplePictures.PathOf("sample6.jpg"), _folder.At("photo.jpg"));
        await File.WriteAllTextAsync(_folder.At("labels.json"), """{"photo.jpg": {"width": 1000, "height": 667, "faces": [[0, 0, 1000, 667]]}}""");

        var (code, output, errors) = await RunAsync("evaluate", "faces", _folder.FullName, "--labels", _folder.At("labels.json"), "--report", _folder.At("page.html"), "--json");

        Assert.That(code, Is.Zero, errors);
        var json = JsonDocument.Parse(output).RootElement;
        Assert.That((json.GetProperty("faces").GetInt32(), json.GetProperty("unread").GetInt32()), Is.EqualTo((1, 0)));
        Assert.That(json.GetProperty("unlabelled").GetInt32(), Is.AtLeast(4), "the label lies nowhere near the four faces");
        Assert.That(json.GetProperty("models").EnumerateArray().Select(m => m.GetString()), Has.Some.StartsWith("ultraface-rfb320@"));
        Assert.That(await File.ReadAllTextAsync(_folder.At("page.html")), Does.Contain("<svg").And.Not.Contain("photo.jpg"));
    }

    [TestCase("no faces.json")]
    [TestCase("the file of labels is not there", "--labels", "nowhere.json")]
    [TestCase("what --empty names is not there", "--empty", "nowhere")]
    [TestCase("not for both", "--hardships", "--alone")]
    public async Task Evaluate_WrongUsage_SaysWhatIsWrong(string message, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(["evaluate", "faces", _folder.FullName, .. arguments]);

        Assert.That((code, output), Is.EqualTo((ExitCodes.WrongUsage, "")));
        Assert.That(errors, Does.Contain(message).IgnoreCase);
    }

    [Test]
    public async Task Evaluate_UnknownModelLeftOut_SaysWhichThereAre()
    {
        await File.WriteAllTextAsync(_folder.At("faces.json"), "{}");

        var (code, _, errors) = await RunAsync("evaluate", "faces", _folder.FullName, "--without", "nonsense");

        Assert.That((code, errors.Contains("ultraface-rfb320", StringComparison.Ordinal)), Is.EqualTo((ExitCodes.WrongUsage, true)));
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var (outBefore, errorBefore) = (Console.Out, Console.Error);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            var code = await CommandLine.RunAsync(new RootCommand { EvaluateCommand.Make(), ModelsCommand.Make() }, arguments);
            return (code, output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(outBefore);
            Console.SetError(errorBefore);
        }
    }
}
