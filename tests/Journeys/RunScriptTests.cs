using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Tests.Support;

namespace MediaGuard.Journeys.Tests;

/// <summary>The script people start with, on a tree in which everything is fetched and built already: no network, no compiler.</summary>
[Platform("Linux")]
public sealed class RunScriptTests
{
    private TempFolder tree = null!;

    private string Data => tree.At("data");

    /// <summary>The real scripts, models and program; marked as built the way the scripts mark it.</summary>
    [OneTimeSetUp]
    public async Task MakeTreeAsync()
    {
        tree = new TempFolder();
        foreach (var file in new[] { "run", "mediaguard", "scripts/setup.sh", "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig", "BannedSymbols.txt" })
        {
            File.Copy(Path.Combine(TestPaths.Root, file), tree.At(file.Split('/')));
        }

        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        Directory.CreateSymbolicLink(tree.At("models"), Path.Combine(TestPaths.Root, "models"));
        Directory.CreateSymbolicLink(tree.At("src", "Web", "bin", "Release"), Path.Combine(TestPaths.Root, "src", "Web", "bin", configuration));
        Directory.CreateSymbolicLink(tree.At(".cache", "samples"), Directory.CreateDirectory(Path.Combine(TestPaths.Cache, "samples")).FullName);
        using var stamp = Start("bash", "-c", "root=$1; . scripts/setup.sh; sources | sort -z | sha256sum >.cache/build.stamp; ! is_stale", "-", tree.FullName);
        await stamp.WaitForExitAsync();
        Assert.That(stamp.ExitCode, Is.Zero, "the tree counts as built");
    }

    [OneTimeTearDown]
    public void RemoveTree()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        tree?.Dispose();
    }

    [Test]
    public async Task Run_Twice_ServesTheSameSchoolWithoutMakingAnythingAgain()
    {
        var (first, signIns, _) = await ServeAsync();
        Assert.That(first, Has.Some.StartsWith("demo: ").And.Some.Contains("MediaGuard listens on"));
        Assert.That(signIns, Has.Count.EqualTo(5));
        var before = Kept();

        var (second, same, took) = await ServeAsync();
        Assert.That(second, Has.None.StartsWith("demo: ").And.None.Contains("Fetching").And.None.Contains("Building").And.None.Contains("samples:"));
        Assert.That(same, Is.EqualTo(signIns));
        Assert.That(Kept(), Is.EqualTo(before));
        Assert.That(took, Is.LessThan(TimeSpan.FromMinutes(1)), "quick even on a busy machine");
    }

    [Test]
    public async Task Run_PortTaken_SaysSoAndMakesNothing()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (code, said) = await EndAsync("--port", $"{port}", "--data", tree.At("never"));
        Assert.That((code, said), Is.EqualTo((3, $"Port {port} is taken by another program on this machine; choose one with --port.")));
        Assert.That(tree.At("never"), Does.Not.Exist);
    }

    [TestCase("There is no option --nonsense.", "--nonsense")]
    [TestCase("--port needs a value.", "--port")]
    [TestCase("--data needs a value.", "--data")]
    [TestCase("--data needs a folder.", "--data=")]
    [TestCase("A port is a number from 1 to 65535.", "--port", "abc")]
    [TestCase("A port is a number from 1 to 65535.", "--port=70000")]
    [TestCase("A port is a number from 1 to 65535.", "--port", "0")]
    public async Task Run_WrongOption_SaysSoAndHowItIsUsed(string why, params string[] arguments)
    {
        var (code, said) = await EndAsync(arguments);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(said.Split('\n')[0], Is.EqualTo(why));
        Assert.That(said, Does.Contain("Usage: ./run [--port N] [--data DIR]"));
    }

    [Test]
    public async Task Run_Help_SaysHowItIsUsed() =>
        Assert.That(await EndAsync("--help"), Is.EqualTo((0, "Usage: ./run [--port N] [--data DIR]      (port 5080, folder data/ unless given)")));

    /// <summary>Starts it, waits until the page is there, asks for it, and stops it as Ctrl+C does.</summary>
    private async Task<(List<string> Said, List<string> SignIns, TimeSpan Took)> ServeAsync()
    {
        var port = FreePort.Next();
        var began = Stopwatch.GetTimestamp();
        using var run = Start("env", "--default-signal=INT", tree.At("run"), "--port", $"{port}", "--data", Data); // a job in a script's background hears no Ctrl+C
        var said = new List<string>();
        while (await run.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.Contains("MediaGuard listens on", StringComparison.Ordinal))
            {
                break;
            }
        }

        var took = Stopwatch.GetElapsedTime(began);
        Assert.That(run.HasExited, Is.False, string.Join('\n', said) + (run.HasExited ? await run.StandardError.ReadToEndAsync() : ""));
        using var client = new HttpClient();
        Assert.That(await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/sign-in")), Does.Contain("Sign in"));
        using (var stop = Start("kill", "-INT", $"{run.Id}"))
        {
            await stop.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await run.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            run.Kill(entireProcessTree: true);
            throw new AssertionException("It does not end when told to as Ctrl+C does.");
        }

        return (said, [.. said.Where(l => l.Contains("@hollybank.example", StringComparison.Ordinal))], took);
    }

    private async Task<(int Code, string Said)> EndAsync(params string[] arguments)
    {
        using var run = Start(tree.At("run"), arguments);
        var said = await run.StandardError.ReadToEndAsync() + await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, said.Trim());
    }

    /// <summary>What a second start could make again: accounts and their file, key, and how often each sample stands in the books.</summary>
    private List<string> Kept()
    {
        using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "mediaguard.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT 'school ' || Id FROM Schools UNION ALL SELECT 'person ' || Id FROM People UNION ALL SELECT 'user ' || Id || PasswordHash FROM AspNetUsers UNION ALL SELECT 'attested ' || Id FROM Attestations ORDER BY 1";
        using var reader = command.ExecuteReader();
        var kept = new List<string>();
        while (reader.Read())
        {
            kept.Add(reader.GetString(0));
        }

        return [.. kept, .. new[] { "demo-sign-ins.txt", "master.key" }.Select(f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Data, f)))))];
    }

    private Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = tree.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("MEDIAGUARD_DATA");
        start.Environment.Remove("MEDIAGUARD_HOME");
        return Process.Start(start)!;
    }
}
