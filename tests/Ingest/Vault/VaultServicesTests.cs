using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Tests.Vault;

internal sealed class VaultServicesTests
{
    [Test]
    public async Task AddIngest_FolderBound_GivesAWorkingVault()
    {
        using var rig = new VaultRig();
        var services = new ServiceCollection().AddIngest().Configure<VaultOptions>(options =>
        {
            options.StoreFolder = rig.Options.StoreFolder;
            options.KeyringFolder = rig.Options.KeyringFolder;
            options.MasterKeyFile = rig.Options.MasterKeyFile;
        });
        await using var provider = services.BuildServiceProvider();
        var name = rig.NewName();
        await VaultRig.WriteAsync(provider.GetRequiredService<IVault>(), name, [1]);
        Assert.That(await VaultRig.ReadAsync(rig.Vault, name), Is.EqualTo(new byte[] { 1 }));
        Assert.That(provider.GetRequiredService<IMediaStore>(), Is.Not.Null);
    }

    [Test]
    public void AddIngest_PlacesMissing_SaysWhich()
    {
        using var provider = new ServiceCollection().AddIngest().BuildServiceProvider();
        Assert.That(
            () => provider.GetRequiredService<IVault>(),
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("Vault:StoreFolder"));
    }
}
