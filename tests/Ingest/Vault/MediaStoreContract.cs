using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Vault;

/// <summary>What every store owes.</summary>
public abstract class MediaStoreContract
{
    private const int Large = (9 << 20) + 17;

    protected abstract IMediaStore Open();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(4 << 20)]
    [TestCase(Large)]
    public async Task WriteAsync_AnyLength_ReadsBackEqual(int length)
    {
        var store = Open();
        var bytes = VaultRig.Bytes(length, length);
        await store.WriteAsync("a/original/x1", new MemoryStream(bytes), CancellationToken.None);
        Assert.That(await ReadAsync(Open(), "a/original/x1"), Is.EqualTo(bytes));
    }

    [Test]
    public async Task WriteAsync_Again_Replaces()
    {
        var store = Open();
        await WriteAsync(store, "a/b", VaultRig.Bytes(Large, 1));
        await WriteAsync(store, "a/b", [1, 2, 3]);
        Assert.That(await ReadAsync(store, "a/b"), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [TestCase(100)]
    [TestCase(5 << 20)]
    public async Task WriteAsync_ContentBreaks_LeavesWhatWasThere(int before)
    {
        var store = Open();
        await WriteAsync(store, "a/b", [7]);
        Assert.That(async () => await store.WriteAsync("a/b", new BreakingStream(before), CancellationToken.None), Throws.InstanceOf<EndOfStreamException>());
        Assert.That(async () => await store.WriteAsync("a/new", new BreakingStream(before), CancellationToken.None), Throws.InstanceOf<EndOfStreamException>());
        Assert.That(await ReadAsync(store, "a/b"), Is.EqualTo(new byte[] { 7 }));
        Assert.That(await ListAsync(store, ""), Is.EquivalentTo(new[] { "a/b" }));
    }

    [Test]
    public async Task WriteAsync_ManyAtOnce_EndsWithOneWhole()
    {
        var written = Enumerable.Range(1, 4).Select(seed => VaultRig.Bytes(Large, seed)).ToList();
        var outcomes = await Task.WhenAll(written.Select(bytes => TryWriteAsync(Open(), "a/b", bytes)));
        var read = await ReadAsync(Open(), "a/b");
        Assert.That(outcomes, Has.Some.True);
        Assert.That(written.Zip(outcomes).Any(pair => pair.Second && pair.First.AsSpan().SequenceEqual(read)), Is.True);
    }

    [Test]
    public async Task OpenReadAsync_Nothing_IsNull()
    {
        await using var stream = await Open().OpenReadAsync("a/none", CancellationToken.None);
        Assert.That(stream, Is.Null);
    }

    [Test]
    public async Task OpenReadAsync_Seek_GivesThoseBytes()
    {
        var store = Open();
        var bytes = VaultRig.Bytes(Large, 3);
        await WriteAsync(store, "a/b", bytes);
        await using var stream = (await store.OpenReadAsync("a/b", CancellationToken.None))!;
        Assert.That(stream.Length, Is.EqualTo(Large));
        foreach (var place in (int[])[Large - 5, 0, 4 << 20, 12345])
        {
            var read = new byte[5];
            stream.Position = place;
            await stream.ReadExactlyAsync(read);
            Assert.That(read, Is.EqualTo(bytes[place..(place + 5)]));
        }
    }

    [Test]
    public async Task DeleteAsync_Twice_LeavesNothing()
    {
        var store = Open();
        await WriteAsync(store, "a/b", [1]);
        await store.DeleteAsync("a/b", CancellationToken.None);
        await store.DeleteAsync("a/b", CancellationToken.None);
        await store.DeleteAsync("never/was", CancellationToken.None);
        Assert.That(await ReadAsync(store, "a/b"), Is.Null);
    }

    [Test]
    public async Task ListAsync_Prefix_NamesThoseOnly()
    {
        var store = Open();
        foreach (var name in (string[])["a/original/1", "a/original/2", "a/rendition/1", "b/original/1"])
        {
            await WriteAsync(store, name, [1]);
        }

        Assert.That(await ListAsync(store, ""), Has.Count.EqualTo(4));
        Assert.That(await ListAsync(store, "a/or"), Is.EquivalentTo(new[] { "a/original/1", "a/original/2" }));
        Assert.That(await ListAsync(store, "a/original/2"), Is.EquivalentTo(new[] { "a/original/2" }));
        Assert.That(await ListAsync(store, "c/"), Is.Empty);
    }

    [TestCase("")]
    [TestCase("../x")]
    [TestCase("a/../x")]
    [TestCase("/a")]
    [TestCase("a//b")]
    [TestCase("a/.tmp")]
    [TestCase("A")]
    [TestCase("a\\b")]
    [TestCase("a b")]
    [TestCase("é")]
    public void WriteAsync_UnsafeName_Refuses(string name) =>
        Assert.That(async () => await WriteAsync(Open(), name, [1]), Throws.ArgumentException);

    protected static Task WriteAsync(IMediaStore store, string name, byte[] bytes) => store.WriteAsync(name, new MemoryStream(bytes), CancellationToken.None);

    protected static async Task<byte[]?> ReadAsync(IMediaStore store, string name)
    {
        await using var stream = await store.OpenReadAsync(name, CancellationToken.None);
        if (stream is null)
        {
            return null;
        }

        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    protected static async Task<List<string>> ListAsync(IMediaStore store, string prefix)
    {
        var names = new List<string>();
        await foreach (var name in store.ListAsync(prefix, CancellationToken.None))
        {
            names.Add(name);
        }

        return names;
    }

    private static async Task<bool> TryWriteAsync(IMediaStore store, string name, byte[] bytes)
    {
        try
        {
            await WriteAsync(store, name, bytes);
            return true;
        }
        catch (MediaException failure) when (failure.Reason == ReasonCode.StoreUnavailable)
        {
            return false;
        }
    }
}
