using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Vault.Stores;

/// <summary>Bytes in one Azure Blob container, one block blob a name. Failures are <see cref="MediaException"/>: the store can't be reached.</summary>
internal sealed class AzureBlobStore : IMediaStore, IDisposable
{
    private const int Block = 4 << 20;

    private readonly BlobContainerClient _container;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _made;

    public AzureBlobStore(IOptions<VaultOptions> options)
    {
        var settings = options.Value;
        var client = new BlobClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(300), MaxRetries = 3, NetworkTimeout = TimeSpan.FromSeconds(60) } };
        _container = new BlobContainerClient(settings.AzureConnectionString, settings.AzureContainer, client);
    }

    public async Task WriteAsync(string name, Stream content, CancellationToken cancellationToken)
    {
        var blob = await BlobAsync(name, cancellationToken);
        ArgumentNullException.ThrowIfNull(content);
        var buffer = new byte[Block];
        var count = await content.ReadAtLeastAsync(buffer, Block, throwOnEndOfStream: false, cancellationToken);
        if (count < Block)
        {
            await StorageFaults.ExplainingAsync(() => blob.UploadAsync(Part(buffer, count), new BlobUploadOptions(), cancellationToken));
            return;
        }

        // Block names are random: two writers of one blob must never have their blocks taken for one another's.
        var blocks = new List<string>();
        for (; count > 0; count = await content.ReadAtLeastAsync(buffer, Block, throwOnEndOfStream: false, cancellationToken))
        {
            var block = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            var part = Part(buffer, count);
            await StorageFaults.ExplainingAsync(() => blob.StageBlockAsync(block, part, new BlockBlobStageBlockOptions(), cancellationToken));
            blocks.Add(block);
        }

        await StorageFaults.ExplainingAsync(() => blob.CommitBlockListAsync(blocks, new CommitBlockListOptions(), cancellationToken));
    }

    public async Task<Stream?> OpenReadAsync(string name, CancellationToken cancellationToken)
    {
        var blob = await BlobAsync(name, cancellationToken);
        return await StorageFaults.ExplainingAsync(async () =>
        {
            try
            {
                var options = new BlobOpenReadOptions(allowModifications: false) { BufferSize = Block };
                return (Stream?)new ExplainingStream(await blob.OpenReadAsync(options, cancellationToken));
            }
            catch (RequestFailedException missing) when (missing.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        });
    }

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var blob = await BlobAsync(name, cancellationToken);
        await StorageFaults.ExplainingAsync(() => blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, null, cancellationToken));
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _ = StoreName.FolderOf(prefix);
        await RequireAsync(cancellationToken);
        var options = new GetBlobsOptions { Prefix = prefix };
        await using var blobs = _container.GetBlobsAsync(options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await StorageFaults.ExplainingAsync(() => blobs.MoveNextAsync().AsTask()))
        {
            yield return blobs.Current.Name;
        }
    }

    public void Dispose() => _gate.Dispose();

    private static MemoryStream Part(byte[] buffer, int count) => new(buffer, 0, count, writable: false);

    private async Task<BlockBlobClient> BlobAsync(string name, CancellationToken cancellationToken)
    {
        StoreName.Require(name);
        await RequireAsync(cancellationToken);
        return _container.GetBlockBlobClient(name);
    }

    private async Task RequireAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_made)
            {
                await StorageFaults.ExplainingAsync(() => _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken));
                _made = true;
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
