using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>Opens a share's folders, one component at a time from the root.</summary>
/// <remarks>
/// A root that was once seen to be a mount and is one no longer counts as missing: the empty mount point left behind must not
/// pass for a share from which everybody took their photos. Known only as long as the program runs.
/// </remarks>
internal sealed class ShareFolders : IShareFolders
{
    private readonly ConcurrentDictionary<string, bool> mounts = new(StringComparer.Ordinal);

    public IShareFolder Open(string root, ImmutableArray<string> folders) =>
        OperatingSystem.IsLinux() ? new PosixFolder(Walk(root, folders)) : Managed(root, folders);

    public bool IsThere(string root)
    {
        try
        {
            Open(root, []).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The same by paths, where handles are not to be had.</summary>
    internal static ManagedFolder Managed(string root, ImmutableArray<string> folders)
    {
        if (!Directory.Exists(root))
        {
            throw new ShareMissingException();
        }

        var path = root;
        foreach (var name in folders)
        {
            path = Path.Join(path, name);
            var kind = ManagedFolder.LookAt(path).Kind;
            if (kind != FileKind.Folder)
            {
                throw kind == FileKind.Link ? new LinkInPathException() : Posix.Error(Posix.ENOENT);
            }
        }

        return new ManagedFolder(path);
    }

    internal SafeFileHandle Walk(string root, ImmutableArray<string> folders)
    {
        var at = OpenRoot(root);
        foreach (var name in folders)
        {
            using var parent = at;
            at = Posix.Open(parent, name, Posix.Folder | Posix.NoFollow);
            if (at.IsInvalid)
            {
                var error = Posix.LastError;
                throw Posix.Look(parent, name).Kind == FileKind.Link ? new LinkInPathException() : Posix.Error(error);
            }
        }

        return at;
    }

    private SafeFileHandle OpenRoot(string root)
    {
        var handle = Posix.Open(root, Posix.Folder);
        if (handle.IsInvalid)
        {
            throw new ShareMissingException(Posix.Error(Posix.LastError));
        }

        try
        {
            var isMount = Posix.Look(handle).Device != Posix.Look(handle, "..").Device;
            if (mounts.GetOrAdd(root, isMount) == isMount || mounts.TryUpdate(root, true, false))
            {
                return handle;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            handle.Dispose();
            throw new ShareMissingException(e);
        }

        handle.Dispose();
        throw new ShareMissingException();
    }
}
