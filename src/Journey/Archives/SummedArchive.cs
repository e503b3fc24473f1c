using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace MediaGuard.Journey.Archives;

/// <summary>An archive that knows the digest of each of its files, in the form <c>sha256sum</c> checks.</summary>
internal sealed class SummedArchive : IAsyncDisposable
{
    private readonly ZipArchive zip;
    private readonly StringBuilder sums = new();

    private SummedArchive(ZipArchive zip) => this.zip = zip;

    public string Sums => sums.ToString();

    public static async Task<SummedArchive> CreateAsync(Stream to, CancellationToken cancellationToken) =>
        new(await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken));

    public Task AddAsync(string name, string text, CancellationToken cancellationToken) => AddAsync(name, Encoding.UTF8.GetBytes(text), cancellationToken);

    public async Task AddAsync(string name, byte[] bytes, CancellationToken cancellationToken)
    {
        await zip.WriteAsync(name, bytes, cancellationToken);
        Note(name, SHA256.HashData(bytes));
    }

    /// <summary>One line each, as they come.</summary>
    public async Task AddLinesAsync(string name, IAsyncEnumerable<string> lines, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using (var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken))
        {
            await foreach (var line in lines)
            {
                var bytes = Encoding.UTF8.GetBytes(line + "\n");
                hash.AppendData(bytes);
                await entry.WriteAsync(bytes, cancellationToken);
            }
        }

        Note(name, hash.GetHashAndReset());
    }

    public ValueTask DisposeAsync() => zip.DisposeAsync();

    private void Note(string name, byte[] digest) => sums.Append(Convert.ToHexStringLower(digest)).Append("  ").Append(name).Append('\n');
}
