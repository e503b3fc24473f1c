using System.Diagnostics;
using System.Globalization;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>How a child is started: with pipes, no settings of ours, and an environment of its own.</summary>
internal static class ChildStart
{
    private const string MemoryVariable = "MEDIAGUARD_DECODER_MEMORY";

    /// <summary>Where the runtime and the system's libraries are found.</summary>
    private static readonly string[] Kept = ["PATH", "DOTNET_ROOT", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "TMP", "SystemRoot"];

    public static ProcessStartInfo Info(string[] line, IsolationOptions options)
    {
        var start = new ProcessStartInfo(line[0], [.. line[1..], DecodeWorker.Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory),
        };
        var kept = Kept.Select(name => (name, value: Environment.GetEnvironmentVariable(name))).Where(pair => pair.value is not null).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
        {
            start.Environment[name] = value;
        }

        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = options.MemoryPerChild.ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0"; // no socket, no debugger
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        start.Environment["MALLOC_ARENA_MAX"] = "2";
        start.Environment[MemoryVariable] = options.MemoryPerChild.ToString(CultureInfo.InvariantCulture);
        return start;
    }

    /// <summary>In the child: the memory it was given.</summary>
    public static long Memory() =>
        long.TryParse(Environment.GetEnvironmentVariable(MemoryVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : new IsolationOptions().MemoryPerChild;
}
