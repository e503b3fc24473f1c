using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>A folder on Linux, held by its handle: whatever is renamed or replaced on the way there later, this folder is meant.</summary>
/// <param name="folder">The opened folder; owned.</param>
/// <param name="atomicMoves">False to go without <c>renameat2</c>, as on NFS.</param>
internal sealed class PosixFolder(SafeFileHandle folder, bool atomicMoves = true) : IShareFolder
{
    private readonly EnumerationOptions everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    public IEnumerable<string> Names() =>
        Directory.EnumerateFileSystemEntries($"/proc/self/fd/{folder.DangerousGetHandle()}", "*", everything).Select(path => Path.GetFileName(path)!);

    public FileFacts Look(string name) => Posix.Look(folder, name);

    public FileFacts Look(SafeFileHandle file) => Posix.Look(file);

    public SafeFileHandle OpenFile(string name)
    {
        // Looked at first: merely opening a device may have an effect. Not blocking: a pipe may take its place in between.
        Regular(Look(name));
        var file = Posix.Open(folder, name, Posix.NoFollow | Posix.NonBlocking);
        if (file.IsInvalid)
        {
            throw Posix.Error(Posix.LastError);
        }

        try
        {
            Regular(Look(file));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public bool CanTake(string name)
    {
        try
        {
            using var file = OpenFile(name);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void MoveAside(string name, string aside)
    {
        if (TryRename(name, aside) is { } error)
        {
            Check(error);
            return;
        }

        // Proves that a link can bring it back without replacing anything, before it is moved.
        var linked = Done(Posix.Link(folder, name, aside));
        Check(Posix.IsNoSuchCall(linked) ? Posix.EPERM : linked);
        Check(Done(Posix.Unlink(folder, aside)));
        Check(Done(Posix.Rename(folder, name, aside)));
    }

    public bool TryPutBack(string aside, string name)
    {
        var error = TryRename(aside, name) ?? Done(Posix.Link(folder, aside, name));
        if (error == Posix.EEXIST)
        {
            return false;
        }

        Check(error);
        var left = Done(Posix.Unlink(folder, aside));
        Check(left == Posix.ENOENT ? 0 : left);
        return true;
    }

    public void Unlink(string name) => Check(Done(Posix.Unlink(folder, name)));

    public SafeFileHandle CreateFile(string name)
    {
        var file = Posix.Create(folder, name);
        return file.IsInvalid ? throw Posix.Error(Posix.LastError) : file;
    }

    public void MakeFolder(string name)
    {
        var error = Done(Posix.MakeFolder(folder, name));
        Check(error == Posix.EEXIST ? 0 : error);
    }

    public void Flush()
    {
        var error = Done(Posix.Flush(folder));
        Check(error is Posix.EINVAL or Posix.EOPNOTSUPP ? 0 : error);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>The error of an atomic rename, 0 for none; null where the file system can't do it.</summary>
    private int? TryRename(string from, string to) => atomicMoves ? Posix.RenameNoReplace(folder, from, to) : null;

    private static void Regular(FileFacts facts)
    {
        if (facts.Kind == FileKind.Missing)
        {
            throw Posix.Error(Posix.ENOENT);
        }

        if (!facts.IsRegular)
        {
            throw new NotRegularException();
        }
    }

    private static int Done(int result) => result == 0 ? 0 : Posix.LastError;

    private static void Check(int error)
    {
        if (error != 0)
        {
            throw Posix.Error(error);
        }
    }
}
