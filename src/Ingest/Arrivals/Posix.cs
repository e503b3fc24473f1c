using System.Runtime.InteropServices;
using MediaGuard.Media;
using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>The Linux calls that .NET does not offer: relative to an opened folder, following no link, replacing nothing.</summary>
internal static class Posix
{
    public const int ENOENT = 2, EACCES = 13, EPERM = 1, EEXIST = 17, ENOTDIR = 20, EINVAL = 22, EROFS = 30, ENOSYS = 38, ELOOP = 40, EOPNOTSUPP = 95;
    public const int NonBlocking = 0x800;

    private const int CloseOnExec = 0x80000;
    private const int CurrentFolder = -100;
    private const int WriteOnly = 1, Make = 0x40, Exclusively = 0x80;
    private const uint OwnFile = 0x180; // rw-------
    private const uint SharedFolder = 0x1FF; // less the umask
    private const int NoFollowAt = 0x100;
    private const int EmptyPathAt = 0x1000;
    private const uint BasicFacts = 0x7ff;
    private const uint NoReplace = 1;

    // These two differ between processor families (asm/fcntl.h).
    public static int Folder { get; } = IsArm ? 0x4000 : 0x10000;
    public static int NoFollow { get; } = IsArm ? 0x8000 : 0x20000;

    private static bool IsArm => RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64;

    /// <summary>Opens for reading; an invalid handle on failure, see <see cref="LastError"/>.</summary>
    public static SafeFileHandle Open(string path, int flags) => OpenAt(CurrentFolder, path, flags | CloseOnExec);

    public static SafeFileHandle Open(SafeFileHandle folder, string name, int flags) =>
        With(folder, at => OpenAt(at, name, flags | CloseOnExec));

    /// <summary>Makes a file only its owner can read and opens it for writing; an invalid handle on failure, also where the name is taken.</summary>
    public static SafeFileHandle Create(SafeFileHandle folder, string name) => With(folder, at => CreateAt(at, name, WriteOnly | Make | Exclusively | NoFollow | CloseOnExec, OwnFile));

    public static int MakeFolder(SafeFileHandle folder, string name) => With(folder, at => MkdirAt(at, name, SharedFolder));

    public static FileFacts Look(SafeFileHandle folder, string name) => Look(folder, name, NoFollowAt);

    public static FileFacts Look(SafeFileHandle file) => Look(file, "", EmptyPathAt);

    public static int Rename(SafeFileHandle folder, string from, string to) => With(folder, at => RenameAt(at, from, at, to));

    public static int Link(SafeFileHandle folder, string from, string to) => With(folder, at => LinkAt(at, from, at, to, 0));

    public static int Unlink(SafeFileHandle folder, string name) => With(folder, at => UnlinkAt(at, name, 0));

    public static int Flush(SafeFileHandle folder) => With(folder, Fsync);

    /// <summary>Renames unless the target exists, in one step.</summary>
    /// <returns>The error, 0 for none; null where the C library or the file system has no such rename.</returns>
    public static int? RenameNoReplace(SafeFileHandle folder, string from, string to) => With(folder, at => RenameNoReplace(at, from, to));

    /// <inheritdoc cref="RenameNoReplace(SafeFileHandle, string, string)"/>
    public static int? RenameNoReplace(string from, string to) => RenameNoReplace(CurrentFolder, from, to);

    public static int LastError => Marshal.GetLastPInvokeError();

    /// <summary>The exception for an error number, without a path.</summary>
    public static Exception Error(int number) => number switch
    {
        ENOENT or ENOTDIR => new FileNotFoundException("Not there."),
        ELOOP => new NotRegularException(),
        EACCES or EPERM or EROFS => new UnauthorizedAccessException($"Not permitted ({number})."),
        _ => new IOException($"Error {number}."),
    };

    /// <summary>Whether the file system has no such call, for links: ENOTSUP, EOPNOTSUPP, ENOSYS, whose numbers differ between Linux and macOS.</summary>
    public static bool IsNoSuchCall(int error) => OperatingSystem.IsLinux() ? error is ENOSYS or EOPNOTSUPP : error is 45 or 78 or 102;

    private static int? RenameNoReplace(int at, string from, string to)
    {
        try
        {
            var error = RenameAt2(at, from, at, to, NoReplace) == 0 ? 0 : LastError;
            return error is EINVAL or ENOSYS or EOPNOTSUPP ? null : error;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static FileFacts Look(SafeFileHandle at, string name, int flags)
    {
        var raw = default(Statx);
        if (With(at, handle => StatxAt(handle, name, flags, BasicFacts, out raw)) != 0)
        {
            var error = LastError;
            return error is ENOENT or ENOTDIR ? FileFacts.Missing : throw Error(error);
        }

        var kind = (raw.Mode & 0xF000) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0xA000 => FileKind.Link,
            _ => FileKind.Other,
        };
        return new FileFacts(kind, (long)raw.Size, Moment(raw.ModifiedSeconds, raw.ModifiedNanoseconds), false, ((ulong)raw.DeviceMajor << 32) | raw.DeviceMinor, raw.Inode);
    }

    // Some file systems keep any 64-bit second; what no calendar holds is moved to its end.
    private static Instant Moment(long seconds, uint nanoseconds)
    {
        var first = DateTimeOffset.MinValue.ToUnixTimeSeconds();
        var last = DateTimeOffset.MaxValue.ToUnixTimeSeconds() - 1;
        return new Instant((Math.Clamp(seconds, first, last) * 1_000_000) + (nanoseconds / 1000));
    }

    private static T With<T>(SafeFileHandle handle, Func<int, T> call)
    {
        var held = false;
        try
        {
            handle.DangerousAddRef(ref held);
            return call((int)handle.DangerousGetHandle());
        }
        finally
        {
            if (held)
            {
                handle.DangerousRelease();
            }
        }
    }

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Statx
    {
        [FieldOffset(28)] public ushort Mode;
        [FieldOffset(32)] public ulong Inode;
        [FieldOffset(40)] public ulong Size;
        [FieldOffset(112)] public long ModifiedSeconds;
        [FieldOffset(120)] public uint ModifiedNanoseconds;
        [FieldOffset(136)] public uint DeviceMajor;
        [FieldOffset(140)] public uint DeviceMinor;
    }

    [DllImport("libc", EntryPoint = "openat", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern SafeFileHandle OpenAt(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "openat", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern SafeFileHandle CreateAt(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mode);

    [DllImport("libc", EntryPoint = "mkdirat", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int MkdirAt(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int StatxAt(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Statx result);

    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int RenameAt2(int fromFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string from, int toFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string to, uint flags);

    [DllImport("libc", EntryPoint = "renameat", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int RenameAt(int fromFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string from, int toFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);

    [DllImport("libc", EntryPoint = "linkat", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int LinkAt(int fromFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string from, int toFolder, [MarshalAs(UnmanagedType.LPUTF8Str)] string to, int flags);

    [DllImport("libc", EntryPoint = "unlinkat", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int UnlinkAt(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Fsync(int handle);
}
