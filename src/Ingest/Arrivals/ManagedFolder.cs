using MediaGuard.Media;
using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>A folder by its path, for Windows and whatever else is not Linux.</summary>
internal sealed class ManagedFolder(string path) : IShareFolder
{
    private const FileShare Everybody = FileShare.ReadWrite | FileShare.Delete;
    private const int FileExists = unchecked((int)0x80070050), AlreadyExists = unchecked((int)0x800700B7);
    private readonly EnumerationOptions everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    public IEnumerable<string> Names() => Directory.EnumerateFileSystemEntries(path, "*", everything).Select(entry => Path.GetFileName(entry)!);

    public FileFacts Look(string name) => LookAt(Path.Join(path, name));

    public FileFacts Look(SafeFileHandle file) =>
        new(FileKind.Regular, RandomAccess.GetLength(file), Instant.From(File.GetLastWriteTimeUtc(file)), false, 0, 0);

    public SafeFileHandle OpenFile(string name) => Open(name, Everybody);

    public bool CanTake(string name)
    {
        try
        {
            using var file = Open(name, OperatingSystem.IsWindows() ? FileShare.None : Everybody);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void MoveAside(string name, string aside)
    {
        var kind = Look(name).Kind;
        if (kind is not (FileKind.Regular or FileKind.Missing))
        {
            throw new NotRegularException();
        }

        if (!TryMove(name, aside))
        {
            throw Posix.Error(Posix.EEXIST);
        }
    }

    public bool TryPutBack(string aside, string name) => TryMove(aside, name);

    public void Unlink(string name) => Quietly(() => File.Delete(Path.Join(path, name)));

    public SafeFileHandle CreateFile(string name) => Quietly(() => File.OpenHandle(Path.Join(path, name), FileMode.CreateNew, FileAccess.Write));

    public void MakeFolder(string name) => Quietly(() => Directory.CreateDirectory(Path.Join(path, name)));

    /// <summary>Nothing: Windows journals its folders and offers no such call.</summary>
    public void Flush()
    {
    }

    public void Dispose()
    {
    }

    public static FileFacts LookAt(string path)
    {
        var info = new FileInfo(path);
        if ((int)info.Attributes == -1)
        {
            return FileFacts.Missing;
        }

        var kind = info.Attributes switch
        {
            var a when a.HasFlag(FileAttributes.ReparsePoint) && info.LinkTarget is not null => FileKind.Link,
            var a when a.HasFlag(FileAttributes.Directory) => FileKind.Folder,
            var a when a.HasFlag(FileAttributes.Device) => FileKind.Other,
            _ => FileKind.Regular,
        };
        var isHidden = OperatingSystem.IsWindows() && (info.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0;
        return new FileFacts(kind, kind == FileKind.Regular ? info.Length : 0, Instant.From(info.LastWriteTimeUtc), isHidden, 0, 0);
    }

    private SafeFileHandle Open(string name, FileShare share)
    {
        var facts = Look(name);
        return facts.Kind switch
        {
            FileKind.Missing => throw Posix.Error(Posix.ENOENT),
            FileKind.Regular => Quietly(() => File.OpenHandle(Path.Join(path, name), FileMode.Open, FileAccess.Read, share)),
            _ => throw new NotRegularException(),
        };
    }

    /// <summary>False where the name is taken. Of several that come at once, one is told true.</summary>
    private bool TryMove(string from, string to) => Quietly(() =>
    {
        if (Directory.Exists(Path.Join(path, from)))
        {
            throw new NotRegularException();
        }

        return OperatingSystem.IsWindows() ? MoveOnWindows(Path.Join(path, from), Path.Join(path, to)) : Vault.Stores.Posix.MoveUnlessTaken(Path.Join(path, from), Path.Join(path, to));
    });

    /// <remarks>There the system's own rename looks and renames in one.</remarks>
    private static bool MoveOnWindows(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException e) when (e.HResult is FileExists or AlreadyExists)
        {
            return false;
        }
    }

    private static void Quietly(Action action) => Quietly(() =>
    {
        action();
        return 0;
    });

    /// <summary>The same error without the path that .NET writes into its message.</summary>
    private static T Quietly<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (UnauthorizedAccessException)
        {
            throw Posix.Error(Posix.EACCES);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Posix.Error(Posix.ENOENT);
        }
        catch (IOException e) when (e is not NotRegularException)
        {
            throw Posix.IsNoSuchCall(e.HResult) ? Posix.Error(Posix.EPERM) : Posix.Error(e.HResult);
        }
    }
}
