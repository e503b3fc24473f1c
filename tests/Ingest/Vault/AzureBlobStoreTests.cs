using MediaGuard.Ingest.Vault;
using MediaGuard.Ingest.Vault.Stores;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Tests.Vault;

[Category("Azurite")]
internal sealed class AzureBlobStoreTests : MediaStoreContract
{
    private AzuriteServer? _server;
    private VaultOptions _options = new();

    [OneTimeSetUp]
    public async Task StartServerAsync() => _server = await AzuriteServer.StartAsync(CancellationToken.None);

    [OneTimeTearDown]
    public async Task StopServerAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [SetUp]
    public void NameContainer() => _options = new VaultOptions
    {
        AzureConnectionString = _server!.ConnectionString,
        AzureContainer = $"c{Guid.CreateVersion7():N}",
    };

    [Test]
    public async Task Vault_OnBlobs_RoundTripsAndDestroys()
    {
        using var rig = new VaultRig();
        var vault = rig.Open(store: Open());
        var name = rig.NewName();
        var plain = VaultRig.Bytes(6 << 20, 5);
        var receipt = await VaultRig.WriteAsync(vault, name, plain);
        Assert.That(await vault.VerifyAsync(name, receipt, CancellationToken.None), Is.True);
        Assert.That(await VaultRig.ReadAsync(vault, name), Is.EqualTo(plain));
        await vault.DestroyAsync(name, CancellationToken.None);
        Assert.That(await ListAsync(Open(), ""), Is.Empty);
    }

    [Test]
    public async Task WriteAsync_ServerGone_IsUnavailable()
    {
        await using var server = await AzuriteServer.StartAsync(CancellationToken.None);
        _options.AzureConnectionString = server.ConnectionString;
        var store = Open();
        await WriteAsync(store, "a/b", [1]);
        await server.StopAsync();
        Assert.That(async () => await WriteAsync(store, "a/b", [1]), Unavailable());
        Assert.That(async () => await ReadAsync(store, "a/b"), Unavailable());
    }

    private static NUnit.Framework.Constraints.EqualConstraint<ReasonCode> Unavailable() =>
        Throws.InstanceOf<MediaException>().With.Property(nameof(MediaException.Reason)).EqualTo(ReasonCode.StoreUnavailable);

    protected override IMediaStore Open() => new AzureBlobStore(Options.Create(_options));
}
