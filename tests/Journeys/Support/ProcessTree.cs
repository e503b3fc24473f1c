using System.Globalization;

namespace MediaGuard.Journeys.Tests.Support;

/// <summary>What a process and everything it started hold in memory (Linux).</summary>
internal static class ProcessTree
{
    /// <summary>Bytes; what several share is counted once (Pss), so that the sum is what the machine gives up.</summary>
    public static long Memory(int root)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)
            .ToDictionary(id => id, ParentOf);
        bool IsOurs(int id) => id == root || (parents.TryGetValue(id, out var parent) && parent > 1 && IsOurs(parent));
        return parents.Keys.Where(IsOurs).Sum(ProportionalSet);
    }

    private static int ParentOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // it has ended
        }
    }

    private static long ProportionalSet(int id)
    {
        try
        {
            return long.Parse(File.ReadLines($"/proc/{id}/smaps_rollup").First(l => l.StartsWith("Pss:", StringComparison.Ordinal))[4..^2], CultureInfo.InvariantCulture) << 10;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return 0;
        }
    }
}
