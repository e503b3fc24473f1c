using System.Security.Cryptography;

namespace MediaGuard.Ingest.Vault.Stores;

/// <summary>File operations that return only once their effect is on stable storage. Files are made for the owner alone.</summary>
internal static class DurableFile
{
    /// <summary>Makes a new file and locks it; whoever else opens it without sharing is refused until it is closed.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            // On Unix the sharing is an advisory lock of the whole file, and renaming a locked file is allowed.
            options.Share = FileShare.None;
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>Flushes and closes a finished file, gives it its name in one step, and flushes the name. False: the name was taken and not to be replaced.</summary>
    /// <remarks>Closed before it is named: its lock would refuse a reader who comes right after.</remarks>
    public static bool Publish(FileStream file, string path, bool replace)
    {
        file.Flush(flushToDisk: true);
        Posix.ForgetPages(file.SafeFileHandle);
        var unfinished = file.Name;
        file.Dispose();
        if (replace)
        {
            File.Move(unfinished, path, overwrite: true);
        }
        else if (!MoveUnlessTaken(unfinished, path))
        {
            return false;
        }

        Posix.FlushDirectory(Path.GetDirectoryName(path)!);
        return true;
    }

    private static bool MoveUnlessTaken(string from, string to)
    {
        if (!OperatingSystem.IsWindows())
        {
            return Posix.MoveUnlessTaken(from, to);
        }

        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(to))
        {
            return false;
        }
    }

    /// <summary>Removes a file and its name. Removing what is not there is done already.</summary>
    public static void Remove(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            return;
        }

        File.Delete(path);
        Posix.FlushDirectory(folder);
    }

    /// <summary>Overwrites a small file with random bytes, then removes it.</summary>
    /// <remarks>
    /// Overwriting in place reaches the old bytes on a plain disk only; flash and copy-on-write file systems may keep them for a while.
    /// What lies in the keyring is wrapped by the master key for that reason.
    /// </remarks>
    public static void Shred(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            file.Write(RandomNumberGenerator.GetBytes((int)file.Length));
            file.Flush(flushToDisk: true);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            // Somebody was quicker; the name's removal may still have to be flushed.
        }

        Remove(path);
    }

    /// <summary>Makes a directory for the owner alone, with every missing parent, and flushes each one's entry.</summary>
    public static void MakeDirectory(string path)
    {
        if (Path.GetDirectoryName(path) is not { Length: > 0 } parent)
        {
            return;
        }

        if (!Directory.Exists(path))
        {
            MakeDirectory(parent);
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        Posix.FlushDirectory(parent);
    }
}
