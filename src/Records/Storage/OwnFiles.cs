namespace MediaGuard.Records.Storage;

/// <summary>Keeps what holds everybody's names from other accounts of the machine. Windows has no modes; there a folder's rights are inherited.</summary>
internal static class OwnFiles
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;

    /// <summary>Makes the data folder where there is none: others may pass through to the share and the released copies, and not list it.</summary>
    public static void MakeDataFolder(string path) => Make(path, OwnFolder | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

    /// <summary>Makes a folder for the program's own account alone, or makes it such.</summary>
    public static void MakeFolder(string path)
    {
        Make(path, OwnFolder);
        Change(path, OwnFolder);
    }

    /// <summary>Leaves a file, and what SQLite keeps beside it, to its owner; makes it empty where there is none.</summary>
    public static void Close(string file)
    {
        if (OperatingSystem.IsWindows() || file.Length == 0 || file.StartsWith(':') || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            return;
        }

        // never opened where it is there: closing it again would end the locks this process's connections hold on it
        if (!File.Exists(file))
        {
            File.Open(file, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnFile }).Dispose();
        }

        foreach (var each in new[] { file, file + "-wal", file + "-shm" }.Where(File.Exists))
        {
            Change(each, OwnFile);
        }
    }

    private static void Make(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, mode); // leaves one that is there as it is
        }
    }

    /// <summary>What is somebody else's stays as it is; doctor says so.</summary>
    private static void Change(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, mode);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // see above
        }
    }
}
