using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Vault.Stores;

/// <summary>What Linux and macOS offer and .NET does not: flushing a directory's entries, and forgetting cached pages.</summary>
internal static class Posix
{
    private const int DoNotNeed = 4;
    private const int Invalid = 22;
    private const int ReadOnlyFileSystem = 30;
    private const int CloseOnExecOnLinux = 0x80000;

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
            throw Failure();
        }

        try
        {
            // Some network file systems cannot flush a directory and say so; they keep no entries back.
            if (Sync(descriptor) < 0 && Marshal.GetLastPInvokeError() is not (Invalid or ReadOnlyFileSystem))
            {
                throw Failure();
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Asks the system to drop the file's cached pages, so that the next read comes from the disk. A hint; Linux only.</summary>
    public static void ForgetPages(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux())
        {
            _ = Advise(file, 0, 0, DoNotNeed);
        }
    }

    private static IOException Failure() =>
        new("A directory could not be flushed: " + Marshal.GetLastPInvokeErrorMessage(), Marshal.GetLastPInvokeError());

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "posix_fadvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(SafeFileHandle file, long offset, long length, int advice);
}
