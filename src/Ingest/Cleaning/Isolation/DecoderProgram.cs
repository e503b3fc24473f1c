using System.Reflection;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>Finds the executable whose child decodes.</summary>
internal static class DecoderProgram
{
    private const string Name = "mediaguard";

    /// <summary>The same command and nothing else, for programs that only borrow the cleaning.</summary>
    private const string Small = "mediaguard-decoder";

    /// <summary>The command line up to the program's arguments; null when there is none.</summary>
    public static string[]? Find(string said)
    {
        if (said.Length > 0)
        {
            return File.Exists(said) ? Line(said) : null;
        }

        if (Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == Name)
        {
            return [own];
        }

        if (Assembly.GetEntryAssembly() is { } entry && entry.GetName().Name == Name && entry.Location.Length > 0)
        {
            return Line(entry.Location);
        }

        string[] beside = OperatingSystem.IsWindows() ? [Name + ".exe", Name + ".dll", Small + ".exe"] : [Name, Name + ".dll", Small];
        return beside.Select(name => Path.Combine(AppContext.BaseDirectory, name)).FirstOrDefault(File.Exists) is { } found ? Line(found) : null;
    }

    private static string[] Line(string program) =>
        program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? [Host(), program] : [Path.GetFullPath(program)];

    private static string Host() => Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet";
}
