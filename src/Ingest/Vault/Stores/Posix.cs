using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Vault.Stores;

/// <summary>What Linux and macOS offer and .NET does not: flushing a directory's entries, a name given once, and forgetting cached pages.</summary>
internal static class Posix
{
    private const int DoNotNeed = 4;
    private const int Invalid = 22;
    private const int ReadOnlyFileSystem = 30;
    private const int CloseOnExecOnLinux = 0x80000;
    private const int Taken = 17;

    /// <summary>Returns once every entry of the directory is on stable storage. Nothing on Windows, whose file systems journal it.</summary>
    /// <exception cref="IOException">The directory can't be opened or flushed.</exception>
    public static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(Encoding.UTF8.GetBytes(path + "\0"), OperatingSystem.IsLinux() ? CloseOnExecOnLinux : 0);
        if (descriptor < 0)
        {
            throw Failure("A directory could not be flushed", Marshal.GetLastPInvokeError());
        }

        try
        {
            // Some network file systems cannot flush a directory and say so; they keep no entries back.
            if (Sync(descriptor) < 0 && Marshal.GetLastPInvokeError() is not (Invalid or ReadOnlyFileSystem))
            {
                throw Failure("A directory could not be flushed", Marshal.GetLastPInvokeError());
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Renames a file unless the name is taken, then false. Of several processes that come at once, one is told true.</summary>
    /// <remarks><see cref="File.Move(string, string, bool)"/> looks first and renames after, so on these systems two can be told true and the first one's file is lost.</remarks>
    /// <param name="renames">False: as on a file system without such a rename.</param>
    /// <exception cref="IOException">The file can't be renamed.</exception>
    public static bool MoveUnlessTaken(string from, string to, bool renames = true)
    {
        var renamed = renames && OperatingSystem.IsLinux() ? Arrivals.Posix.RenameNoReplace(from, to) : null;
        var error = renamed ?? (Link(Encoding.UTF8.GetBytes(from + "\0"), Encoding.UTF8.GetBytes(to + "\0")) == 0 ? 0 : Marshal.GetLastPInvokeError());
        if (error is not (0 or Taken))
        {
            throw Failure("A file could not be given its name", error);
        }

        if (renamed is null && error == 0)
        {
            File.Delete(from);
        }

        return error == 0;
    }

    /// <summary>Asks the system to drop the file's cached pages, so that the next read comes from the disk. A hint; Linux only.</summary>
    public static void ForgetPages(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Advise(file, 0, 0, DoNotNeed);
        }
    }

    private static IOException Failure(string what, int error) => new($"{what}: {Marshal.GetPInvokeErrorMessage(error)}", error);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] from, byte[] to);

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(SafeFileHandle file, long offset, long length, int advice);
}
