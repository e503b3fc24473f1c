using System.Globalization;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>How long a process's threads were ready to run and had no processor (Linux, <c>/proc/PID/task/TID/schedstat</c>, the second number).</summary>
internal static class RunQueue
{
    private const int NanosecondsPerTick = 100;
    private static readonly IReadOnlyDictionary<int, TimeSpan> Unknown = new Dictionary<int, TimeSpan>();

    /// <summary>By thread; empty where the system does not say.</summary>
    public static IReadOnlyDictionary<int, TimeSpan> Of(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Unknown;
        }

        try
        {
            return Directory.EnumerateDirectories($"/proc/{process}/task").ToDictionary(
                task => int.Parse(Path.GetFileName(task), CultureInfo.InvariantCulture),
                task => TimeSpan.FromTicks(long.Parse(File.ReadAllText(Path.Combine(task, "schedstat")).Split(' ')[1], CultureInfo.InvariantCulture) / NanosecondsPerTick));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            return Unknown;
        }
    }
}
