using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>Remembers each root between looks. Stillness is what was observed by this machine's own running clock, never a file's time against it.</summary>
/// <remarks>
/// With <see cref="ArrivalOptions.StillFor"/> zero a file is stable at first sight if it can be opened. Empty files must stand still ten times
/// as long: copying often begins with one. Files over <see cref="ArrivalOptions.LargestFile"/> are returned too, for the journey to refuse with a reason.
/// A folder that can't be listed counts once as passed.
/// </remarks>
internal sealed class ShareScanner(IShareFolders folders, IOptions<ArrivalOptions> options, TimeProvider clock) : IShareScanner
{
    private readonly ConcurrentDictionary<string, RootMemory> memories = new(StringComparer.Ordinal);

    public Task<ShareScan> ScanAsync(string root, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        var memory = memories.GetOrAdd(root, _ => new RootMemory());
        return Task.Run(() => new ShareLook(folders, options.Value, clock, root, memory).Run(cancellationToken), cancellationToken);
    }

    /// <summary>How many files are remembered for a root.</summary>
    internal int Remembered(string root) => memories.TryGetValue(root, out var memory) ? memory.Files.Count : 0;
}
