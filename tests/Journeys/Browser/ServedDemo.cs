using System.Text.RegularExpressions;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Tests.Support;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>The demo school in a data folder of its own, served by the real executable. Its photos wait beside the share until they are dropped.</summary>
internal sealed partial class ServedDemo : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Journey:SweepEvery"] = "00:00:01",
        ["Arrivals:StillFor"] = "00:00:00.500",
        ["Arrivals:PollEvery"] = "00:00:01",
    };

    private readonly TempFolder folder;
    private Mediaguard program;

    private ServedDemo(TempFolder folder, Mediaguard program, string address, IReadOnlyDictionary<string, SignIn> signIns)
    {
        this.folder = folder;
        this.program = program;
        Address = address;
        SignIns = signIns;
    }

    public string Address { get; }

    /// <summary>By role.</summary>
    public IReadOnlyDictionary<string, SignIn> SignIns { get; }

    /// <summary>What the program printed so far.</summary>
    public string Output => program.Output;

    public string Data => DataIn(folder);

    private static string DataIn(TempFolder folder) => Path.Combine(folder.FullName, "data");

    private static string ParkedIn(TempFolder folder) => Path.Combine(folder.FullName, "parked");

    private string Share => Path.Combine(DataIn(folder), "share");

    /// <param name="settings">Settings beside the usual ones.</param>
    public static async Task<ServedDemo> StartAsync(Dictionary<string, string>? settings = null)
    {
        var folder = new TempFolder();
        var signIns = await MakeAsync(DataIn(folder));
        var share = Path.Combine(DataIn(folder), "share");
        Directory.Move(share, ParkedIn(folder));
        foreach (var @class in Directory.EnumerateDirectories(ParkedIn(folder)))
        {
            Directory.CreateDirectory(Path.Combine(share, Path.GetFileName(@class)));
        }

        var address = $"http://127.0.0.1:{FreePort.Next()}";
        var served = new ServedDemo(folder, Mediaguard.Start(DataIn(folder), Settings.Concat(settings ?? []).ToDictionary(), "serve", "--urls", address), address, signIns);
        await served.WaitUntilServingAsync();
        return served;
    }

    /// <summary>Runs <c>demo</c> on a data folder. Ignores the test where the models are missing.</summary>
    /// <returns>The sign-ins it printed, by role.</returns>
    public static async Task<IReadOnlyDictionary<string, SignIn>> MakeAsync(string data)
    {
        if (!File.Exists(Path.Combine(TestPaths.Root, "models", "weights", "ultraface-rfb320.onnx")))
        {
            Assert.Ignore("The models are not installed (mediaguard models install).");
        }

        var (code, output) = await Mediaguard.RunAsync(data, Settings, "demo");
        Assert.That(code, Is.Zero, output);
        return SignInLine().Matches(output).ToDictionary(m => m.Groups["role"].Value, m => new SignIn(m.Groups["mail"].Value, m.Groups["password"].Value));
    }

    /// <summary>Copies every photo of the demo into the share as a device does, under a temporary name first.</summary>
    /// <returns>How many.</returns>
    public int Drop()
    {
        var photos = Directory.GetFiles(ParkedIn(folder), "*", SearchOption.AllDirectories);
        foreach (var photo in photos)
        {
            var target = Path.Combine(Share, Path.GetRelativePath(ParkedIn(folder), photo));
            var part = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.tmp");
            File.Copy(photo, part);
            File.Move(part, target);
        }

        return photos.Length;
    }

    /// <summary>How many files the demo has for a class; a HEIC only where it could be made.</summary>
    public int CountOf(string @class) => FilesIn(Path.Combine(ParkedIn(folder), @class)).Length;

    /// <summary>A photo as the device took it.</summary>
    public byte[] Original(string @class, string name) => File.ReadAllBytes(Path.Combine(ParkedIn(folder), @class, name));

    /// <summary>Files that lie in the share, hidden ones too.</summary>
    public string[] InShare() => FilesIn(Share);

    /// <summary>Copies that lie in a channel's folder.</summary>
    public string[] Released(string channel) => [.. FilesIn(Path.Combine(DataIn(folder), "released", channel)).Where(f => Path.GetFileName(f) != ".mediaguard-channel")];

    /// <summary>Runs another command on the data folder, beside what is served.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => Mediaguard.RunAsync(Data, Settings, arguments);

    /// <summary>Ends the program, and loses everything it had.</summary>
    public async Task LoseAsync()
    {
        await program.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>Serves the data folder again, at the same address.</summary>
    public async Task ServeAgainAsync()
    {
        program = Mediaguard.Start(Data, Settings, "serve", "--urls", Address);
        await WaitUntilServingAsync();
    }

    /// <summary>A path for a test's own file, in a folder that goes with the school.</summary>
    public string Beside(string name) => folder.At("beside", name);

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        folder.Dispose();
    }

    private static string[] FilesIn(string path) => !Directory.Exists(path)
        ? []
        : Directory.GetFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None });

    [GeneratedRegex(@"^\s*(?<role>\w+)\s+(?<mail>\S+@\S+)\s+(?<password>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex SignInLine();

    private async Task WaitUntilServingAsync()
    {
        using var client = new HttpClient();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            Assert.That(program.HasExited, Is.False, $"the program ended:\n{Output}");
            try
            {
                using var answer = await client.GetAsync(new Uri($"{Address}/sign-in"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        Assert.Fail($"The program did not serve within a minute:\n{Output}");
    }
}
