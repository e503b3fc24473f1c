using System.Collections.Immutable;
using MediaGuard.Ingest.Arrivals;
using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Tests.Arrivals;

/// <summary>Real folders in which something else may happen before every call.</summary>
internal sealed class HookedFolders(IShareFolders real) : IShareFolders
{
    public Action<string>? OnOpen { get; set; }

    public Action<string>? Before { get; set; }

    /// <summary>No file can be opened.</summary>
    public bool IsLocked { get; set; }

    public Func<string, ImmutableArray<string>, IShareFolder>? Open { get; set; }

    IShareFolder IShareFolders.Open(string root, ImmutableArray<string> folders)
    {
        OnOpen?.Invoke(string.Join('/', folders));
        return new Hooked(this, Open?.Invoke(root, folders) ?? real.Open(root, folders));
    }

    public bool IsThere(string root) => real.IsThere(root);

    private sealed class Hooked(HookedFolders owner, IShareFolder real) : IShareFolder
    {
        public IEnumerable<string> Names() => real.Names();

        public FileFacts Look(string name) => Do("look").Look(name);

        public FileFacts Look(SafeFileHandle file) => Do("look").Look(file);

        public SafeFileHandle OpenFile(string name) => Do("open").OpenFile(name);

        public bool CanTake(string name) => !owner.IsLocked && real.CanTake(name);

        public void MoveAside(string name, string aside) => Do("aside").MoveAside(name, aside);

        public bool TryPutBack(string aside, string name) => Do("back").TryPutBack(aside, name);

        public void Unlink(string name) => Do("unlink").Unlink(name);

        public SafeFileHandle CreateFile(string name) => Do("create").CreateFile(name);

        public void MakeFolder(string name) => Do("folder").MakeFolder(name);

        public void Flush() => Do("flush").Flush();

        public void Dispose() => real.Dispose();

        private IShareFolder Do(string call)
        {
            owner.Before?.Invoke(call);
            return real;
        }
    }
}
