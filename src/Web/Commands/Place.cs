using System.CommandLine;
using MediaGuard.Records;

namespace MediaGuard.Web.Commands;

/// <summary>Where the program's data and its own files lie.</summary>
internal static class Place
{
    public static Option<DirectoryInfo?> DataOption() => new("--data") { Description = "The data folder. Default: $MEDIAGUARD_DATA, or ./data." };

    public static Option<bool> JsonOption() => new("--json") { Description = "One JSON object a line." };

    public static string Data(DirectoryInfo? given) =>
        Path.GetFullPath(given?.FullName ?? (Environment.GetEnvironmentVariable("MEDIAGUARD_DATA") is { Length: > 0 } set ? set : "data"));

    /// <summary>Makes the data folder where there is none.</summary>
    public static void Make(string data) => DatabaseStart.MakeDataFolder(data);

    /// <summary>The folder that holds <c>models/manifest.json</c>.</summary>
    public static string Home()
    {
        if (Environment.GetEnvironmentVariable("MEDIAGUARD_HOME") is { Length: > 0 } set)
        {
            return Path.GetFullPath(set);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "models", "manifest.json")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
