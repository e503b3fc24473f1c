using System.Runtime.CompilerServices;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Vault.Stores;

/// <summary>Bytes in a local folder, one file a name. Failures are <see cref="MediaException"/>: full, or not reachable.</summary>
internal sealed class FolderStore(IOptions<VaultOptions> options, TimeProvider clock) : IMediaStore
{
    private const int Chunk = 128 << 10;

    private readonly DurableFolder _folder = new(options.Value.StoreFolder, clock);

    public async Task WriteAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        StoreName.Require(name);
        ArgumentNullException.ThrowIfNull(content);
        var file = StorageFaults.Explaining(_folder.NewTemporary);
        var published = false;
        try
        {
            // The content's own failures pass through unexplained: they say nothing about this store.
            var buffer = new byte[Chunk];
            while (await content.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                await StorageFaults.ExplainingAsync(() => file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).AsTask());
            }

            published = StorageFaults.Explaining(() => _folder.Publish(file, name, replace: true));
        }
        finally
        {
            if (!published)
            {
                Discard(file.Name);
            }

            await file.DisposeAsync();
        }
    }

    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken)
    {
        StoreName.Require(name);
        return Task.FromResult(StorageFaults.Explaining(() =>
        {
            _folder.Require();
            try
            {
                var file = new FileStream(
                    _folder.PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
                return (Stream?)new ExplainingStream(file);
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        }));
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        StoreName.Require(name);
        StorageFaults.Explaining(() =>
        {
            _folder.Require();
            DurableFile.Remove(_folder.PathOf(name));
        });
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var folder = StoreName.FolderOf(prefix);
        using var names = StorageFaults.Explaining(() => _folder.Names(folder).GetEnumerator());
        while (StorageFaults.Explaining(names.MoveNext))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (names.Current.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return names.Current;
            }
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is swept later; what matters is the failure that led here.
        }
    }
}
