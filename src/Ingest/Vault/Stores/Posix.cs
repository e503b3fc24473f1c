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
    private const int NoSuchCallOnLinux = 38;
    private const int NotSupportedOnLinux = 95;
    private const int HereOnLinux = -100;
    private const uint NoReplaceOnLinux = 1;

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
            throw Failure("A directory could not be flushed");
        }

        try
        {
            // Some network file systems cannot flush a directory and say so; they keep no entries back.
            if (Sync(descriptor) < 0 && Marshal.GetLastPInvokeError() is not (Invalid or ReadOnlyFileSystem))
            {
                throw Failure("A directory could not be flushed");
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
        var (source, target) = (Encoding.UTF8.GetBytes(from + "\0"), Encoding.UTF8.GetBytes(to + "\0"));
        if ((renames && OperatingSystem.IsLinux() ? Rename(source, target) : null) is { } renamed)
        {
            return renamed;
        }

        if (Link(source, target) < 0)
        {
            return Marshal.GetLastPInvokeError() == Taken ? false : throw Failure("A file could not be given its name");
        }

        File.Delete(from);
        return true;
    }

    /// <summary>Asks the system to drop the file's cached pages, so that the next read comes from the disk. A hint; Linux only.</summary>
    public static void ForgetPages(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Advise(file, 0, 0, DoNotNeed);
        }
    }

    /// <summary>Null: neither the system nor the file system has such a rename.</summary>
    private static bool? Rename(byte[] from, byte[] to)
    {
        try
        {
            if (RenameAt2(HereOnLinux, from, HereOnLinux, to, NoReplaceOnLinux) == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }

        return Marshal.GetLastPInvokeError() switch
        {
            Taken => false,
            Invalid or NoSuchCallOnLinux or NotSupportedOnLinux => null,
            _ => throw Failure("A file could not be given its name"),
        };
    }

    private static IOException Failure(string what) =>
        new($"{what}: {Marshal.GetLastPInvokeErrorMessage()}", Marshal.GetLastPInvokeError());

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameAt2(int fromFolder, byte[] from, int toFolder, byte[] to, uint flags);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(byte[] from, byte[] to);

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(SafeFileHandle file, long offset, long length, int advice);
}
