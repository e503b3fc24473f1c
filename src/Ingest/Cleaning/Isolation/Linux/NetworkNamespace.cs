using System.ComponentModel;
using System.Diagnostics;

namespace MediaGuard.Ingest.Cleaning.Isolation.Linux;

/// <summary>A network of its own for a child, by unshare(1), where this machine lets us: a process with threads can't do it for itself.</summary>
internal static class NetworkNamespace
{
    private static readonly string[][] Ways = [["unshare", "--net"], ["unshare", "--user", "--net"]];

    private static readonly Lazy<string[]> Found = new(() => Ways.FirstOrDefault(Works) ?? []);

    /// <summary>What goes before the child's command line; empty where nothing is allowed.</summary>
    public static string[] Prefix => Found.Value;

    private static bool Works(string[] way)
    {
        try
        {
            using var trial = Process.Start(new ProcessStartInfo(way[0], [.. way[1..], "true"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            if (trial.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                return trial.ExitCode == 0;
            }

            trial.Kill();
            return false;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
