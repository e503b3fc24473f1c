using System.Collections.Immutable;
using MediaGuard.Ingest.Vault.Archives;
using MediaGuard.Media;

namespace MediaGuard.Journey.Backups;

/// <summary>Puts file after file into an archive. What the last backup holds unchanged is not copied again.</summary>
internal sealed class Gathering(Archive archive, ArchiveManifest? before)
{
    /// <summary>As long as the header of a sealed object: it names the object's key, which every writing makes anew.</summary>
    private const int MarkLength = 66;

    private readonly Dictionary<string, ArchivedFile> known = before?.Files.Where(f => f.Mark.Length > 0).ToDictionary(f => f.Name) ?? [];
    private readonly ImmutableArray<ArchivedFile>.Builder files = ImmutableArray.CreateBuilder<ArchivedFile>();

    /// <summary>Bytes copied anew.</summary>
    public long Added { get; private set; }

    /// <summary>Whether every file was read back; what was taken from the last backup was not.</summary>
    public bool WasAllRead { get; private set; } = true;

    public ImmutableArray<ArchivedFile> Files => files.ToImmutable();

    public async Task AddStoreAsync(IMediaStore store, CancellationToken cancellationToken)
    {
        await foreach (var name in store.ListAsync("", cancellationToken))
        {
            await using var content = await store.OpenReadAsync(name, cancellationToken);
            if (content is null)
            {
                continue; // deleted meanwhile
            }

            var mark = await MarkAsync(content, cancellationToken);
            var kept = "store/" + name;
            if (known.TryGetValue(kept, out var same) && same.Mark == mark && same.Length == content.Length && archive.Holds(same))
            {
                files.Add(same);
                WasAllRead = false;
                continue;
            }

            content.Position = 0;
            await AddAsync(kept, content, mark, cancellationToken);
        }
    }

    public async Task AddFolderAsync(string prefix, string folder, CancellationToken cancellationToken)
    {
        foreach (var name in FolderFiles.Of(folder))
        {
            await AddFileAsync($"{prefix}/{name}", Path.Combine(folder, name), cancellationToken);
        }
    }

    public async Task AddFileAsync(string name, string path, CancellationToken cancellationToken)
    {
        FileStream content;
        try
        {
            content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return; // a key destroyed meanwhile stays destroyed
        }

        await using (content)
        {
            await AddAsync(name, content, "", cancellationToken);
        }
    }

    private async Task AddAsync(string name, Stream content, string mark, CancellationToken cancellationToken)
    {
        var (file, isNew) = await archive.AddAsync(name, content, mark, cancellationToken);
        Added += isNew ? file.Length : 0;
        files.Add(file);
    }

    private static async Task<string> MarkAsync(Stream content, CancellationToken cancellationToken)
    {
        var bytes = new byte[MarkLength];
        var count = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return Convert.ToHexStringLower(bytes.AsSpan(0, count));
    }
}
