using System.Collections.Immutable;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>One look through a share, folder by folder.</summary>
internal sealed class ShareLook(IShareFolders folders, ArrivalOptions options, TimeProvider clock, string root, RootMemory memory)
{
    private const int EmptyFilesWaitLonger = 10;

    private readonly Dictionary<string, RootMemory.Seen> fresh = new(memory.Files.Count, StringComparer.Ordinal);
    private readonly List<ShareFile> stable = [];
    private readonly List<string> unread = [];
    private readonly Stack<ImmutableArray<string>> waiting = new();
    private int stillChanging;
    private int passed;
    private int young;
    private int stuck;

    /// <summary>Looks, and replaces the memory only when the share was there from beginning to end.</summary>
    public ShareScan Run(CancellationToken cancellationToken)
    {
        waiting.Push([]);
        while (waiting.TryPop(out var path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!TryLookInto(path, cancellationToken) || (path.IsEmpty && unread.Count > 0))
            {
                return new ShareScan(false, [], 0, 0);
            }
        }

        if (!folders.IsThere(root))
        {
            return new ShareScan(false, [], 0, 0);
        }

        KeepWhatCouldNotBeRead();
        memory.Files = fresh;
        stable.Sort((a, b) => (a.ModifiedAt, a.RelativePath).CompareTo((b.ModifiedAt, b.RelativePath)));
        return new ShareScan(true, [.. stable], stillChanging, passed) { Young = young, Stuck = stuck };
    }

    /// <summary>False when the root has gone. A folder that vanished meanwhile is no folder; one that can't be read is passed over.</summary>
    private bool TryLookInto(ImmutableArray<string> path, CancellationToken cancellationToken)
    {
        try
        {
            using var folder = folders.Open(root, path);
            foreach (var name in folder.Names())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Look(folder, path, name);
            }
        }
        catch (ShareMissingException)
        {
            return false;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && !path.IsEmpty)
        {
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            passed++;
            stuck++;
            unread.Add(string.Concat(path.Select(part => part + "/")));
        }

        return true;
    }

    private void Look(IShareFolder folder, ImmutableArray<string> path, string name)
    {
        var facts = PassedOver.Is(name) ? FileFacts.Missing : folder.Look(name);
        if (facts.Kind == FileKind.Folder && !facts.IsHidden)
        {
            waiting.Push(path.Add(name));
        }
        else if (facts.IsRegular && !facts.IsHidden)
        {
            Weigh(folder, name, path.IsEmpty ? name : string.Join('/', path) + "/" + name, facts);
        }
        else if (facts.Kind != FileKind.Missing || PassedOver.Is(name) || CantBeSpelt(name))
        {
            passed++;
            stuck += facts.Kind == FileKind.Missing && !PassedOver.Is(name) ? 1 : 0;
        }
    }

    private void Weigh(IShareFolder folder, string name, string relative, FileFacts facts)
    {
        var now = clock.GetTimestamp();
        var seen = memory.Files.TryGetValue(relative, out var before) && before.Length == facts.Length && before.ModifiedAt == facts.ModifiedAt
            ? before
            : new RootMemory.Seen(facts.Length, facts.ModifiedAt, now, false);
        var wait = facts.Length == 0 ? options.StillFor * EmptyFilesWaitLonger : options.StillFor;
        var isStill = clock.GetElapsedTime(seen.Since, now) >= wait;
        if (isStill && !seen.CanTake)
        {
            seen = seen with { CanTake = folder.CanTake(name) };
        }

        if (!fresh.TryAdd(relative, seen))
        {
            passed++;
        }
        else if (isStill && seen.CanTake)
        {
            stable.Add(new ShareFile(relative, facts.Length, facts.ModifiedAt));
        }
        else
        {
            stillChanging++;
            young += isStill ? 0 : 1;
            stuck += isStill && clock.GetElapsedTime(seen.Since, now) >= options.StuckAfter ? 1 : 0;
        }
    }

    /// <summary>A name whose bytes are not UTF-8 comes with replacement characters, and nothing can be opened by that.</summary>
    private static bool CantBeSpelt(string name) => name.Contains('\uFFFD', StringComparison.Ordinal);

    private void KeepWhatCouldNotBeRead()
    {
        foreach (var (path, seen) in unread.Count == 0 ? [] : memory.Files)
        {
            if (unread.Exists(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            {
                fresh.TryAdd(path, seen);
            }
        }
    }
}
