using System.Collections.Concurrent;
using System.Diagnostics;
using MediaGuard.Tests.Support;

namespace MediaGuard.Journeys.Tests.Support;

/// <summary>The real executable in a process of its own, in the configuration these tests were built with.</summary>
internal sealed class Mediaguard : IAsyncDisposable
{
    /// <summary>What a shell reports of a process that SIGKILL ended.</summary>
    public const int Killed = 137;

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentQueue<string> said = new();
    private readonly ConcurrentQueue<string> complained = new();

    private Mediaguard(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, e) => Hear(said, e.Data);
        process.ErrorDataReceived += (_, e) => Hear(complained, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Path => System.IO.Path.Combine(TestPaths.Root, "src", "Web", "bin", Configuration, "net10.0", "mediaguard");

    /// <summary>Both streams so far.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Lines of standard output; whole once the program has ended.</summary>
    public IReadOnlyList<string> Said => [.. said];

    /// <summary>Standard error; whole once the program has ended.</summary>
    public string Complained => string.Join('\n', complained);

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <param name="settings">Settings as <c>Section:Name</c>, and <c>MEDIAGUARD_…</c> variables by their own names.</param>
    public static Mediaguard Start(string data, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        StartBare(settings, [.. arguments, "--data", data]);

    /// <summary>As given, without a data folder.</summary>
    public static Mediaguard StartBare(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["MEDIAGUARD_HOME"] = TestPaths.Root;
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // a killed process leaves its pipe and socket in the temporary folder
        foreach (var (name, value) in settings)
        {
            start.Environment[name.StartsWith("MEDIAGUARD_", StringComparison.Ordinal) ? name : "MEDIAGUARD_" + name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new Mediaguard(Process.Start(start)!);
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string data, IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        await using var program = Start(data, settings, arguments);
        var code = await program.WaitAsync(TimeSpan.FromMinutes(6)); // a machine may be busy
        return (code, program.Output);
    }

    /// <summary>Types a line.</summary>
    public async Task TypeAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        process.StandardInput.Close();
    }

    public async Task<int> WaitAsync(TimeSpan atMost)
    {
        using var limit = new CancellationTokenSource(atMost);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"The program did not end within {atMost}:\n{Output}");
        }

        return process.ExitCode;
    }

    private void Hear(ConcurrentQueue<string> stream, string? line)
    {
        lines.Enqueue(line ?? "");
        if (line is not null)
        {
            stream.Enqueue(line);
        }
    }

    /// <summary>SIGKILL, from outside.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }
}
