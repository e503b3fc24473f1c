using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace MediaGuard.Ingest.Vault.Stores;

/// <summary>
/// A folder whose files appear whole or not at all. Unfinished files lie in <c>.tmp</c> beside them; those of a writer that died are swept.
/// Several processes may share it.
/// </summary>
internal sealed class DurableFolder(string root, TimeProvider clock)
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string _root = Path.GetFullPath(root);
    private readonly ConcurrentDictionary<string, bool> _flushed = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private long _swept;
    private bool _open;

    private string Temporary => Path.Combine(_root, ".tmp");

    /// <summary>Makes the folder at its first use in this process; later, throws when it is gone: a mount that went away is not an empty folder.</summary>
    /// <exception cref="DirectoryNotFoundException">It was there and is not now.</exception>
    public void Require()
    {
        lock (_gate)
        {
            if (_open)
            {
                if (!Directory.Exists(Temporary))
                {
                    throw new DirectoryNotFoundException("The folder is not there any more.");
                }

                if (clock.GetElapsedTime(_swept) < Abandoned)
                {
                    return;
                }
            }

            DurableFile.MakeDirectory(Temporary);
            Sweep();
            _swept = clock.GetTimestamp();
            _open = true;
        }
    }

    public FileStream NewTemporary()
    {
        Require();
        return DurableFile.Create(Path.Combine(Temporary, RandomNumberGenerator.GetHexString(32, lowercase: true)));
    }

    /// <summary>Gives the finished file its relative name. False: the name was taken and not to be replaced.</summary>
    public bool Publish(FileStream file, string name, bool replace)
    {
        var path = PathOf(name);
        var folder = Path.GetDirectoryName(path)!;

        // Flushed also when another process made it: that process may not have come to flushing it yet.
        if (!_flushed.ContainsKey(folder) || !Directory.Exists(folder))
        {
            for (var level = folder; level.Length > _root.Length; level = Path.GetDirectoryName(level)!)
            {
                DurableFile.MakeDirectory(level);
            }

            _flushed[folder] = true;
        }

        return DurableFile.Publish(file, path, replace);
    }

    public string PathOf(string name) => Path.Combine(_root, name);

    /// <summary>The relative names of all finished files below <paramref name="folder"/>, with <c>/</c> between their parts.</summary>
    public IEnumerable<string> Names(string folder)
    {
        Require();
        var start = PathOf(folder);
        var everything = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };
        return Directory.Exists(start)
            ? Directory.EnumerateFiles(start, "*", everything)
                .Select(path => Path.GetRelativePath(_root, path).Replace('\\', '/'))
                .Where(name => !name.StartsWith('.'))
            : [];
    }

    private void Sweep()
    {
        var before = clock.GetUtcNow() - Abandoned;
        foreach (var path in Directory.EnumerateFiles(Temporary))
        {
            try
            {
                if (File.GetLastWriteTimeUtc(path) >= before.UtcDateTime)
                {
                    continue;
                }

                // A living writer holds its file locked.
                using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
                File.Delete(path);
            }
            catch (IOException)
            {
                // Being written, or gone already.
            }
        }
    }
}
