using System.Diagnostics;
using System.Globalization;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>What a child uses, as the system says.</summary>
/// <param name="AddressSpace">Bytes; 0 where the system does not say.</param>
/// <param name="Resident">Bytes in memory.</param>
internal readonly record struct ChildUse(long AddressSpace, long Resident, TimeSpan Cpu)
{
    private const int TicksPerSecond = 100; // USER_HZ, fixed in the kernel's interface (proc(5))

    /// <summary>Zeros when it has just ended.</summary>
    public static ChildUse Of(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                return OfLinux(process.Id);
            }

            process.Refresh();
            return new(0, process.WorkingSet64, process.TotalProcessorTime);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            return default;
        }
    }

    /// <summary>The most a child ever had in memory; 0 where the system does not say.</summary>
    public static long PeakResident(Process process)
    {
        try
        {
            return OperatingSystem.IsLinux()
                ? long.Parse(File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..^2], CultureInfo.InvariantCulture) << 10
                : process.PeakWorkingSet64;
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static ChildUse OfLinux(int id)
    {
        var pages = File.ReadAllText($"/proc/{id}/statm").Split(' ');
        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        return new(
            long.Parse(pages[0], CultureInfo.InvariantCulture) * Environment.SystemPageSize,
            long.Parse(pages[1], CultureInfo.InvariantCulture) * Environment.SystemPageSize,
            TimeSpan.FromSeconds((double)ticks / TicksPerSecond));
    }
}
