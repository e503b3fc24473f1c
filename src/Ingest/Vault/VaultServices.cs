using MediaGuard.Ingest.Vault.Keys;
using MediaGuard.Ingest.Vault.Stores;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Vault;

internal static class VaultServices
{
    public static void AddVault(this IServiceCollection services)
    {
        services.AddOptions<VaultOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<VaultOptions>, VaultOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFaultPoints>(NoFaultPoints.Instance);

        services.TryAddSingleton<IMediaStore>(provider => IsAzure(provider)
            ? ActivatorUtilities.CreateInstance<AzureBlobStore>(provider)
            : ActivatorUtilities.CreateInstance<FolderStore>(provider));
        services.TryAddSingleton<IMasterKeySource>(provider => Options(provider).MasterKey == "environment"
            ? ActivatorUtilities.CreateInstance<EnvironmentMasterKey>(provider)
            : ActivatorUtilities.CreateInstance<FileMasterKey>(provider));
        services.TryAddSingleton<IMasterKeyProvider, MasterKeyProvider>();
        services.TryAddSingleton<Keyring>();
        services.TryAddSingleton<IKeyedDigest, KeyedDigest>();
        services.TryAddSingleton<IAuditSigner, AuditSigner>();
        services.TryAddSingleton<ITemplateKeys, TemplateKeys>();
        services.TryAddSingleton<IVault, EncryptedVault>();
    }

    private static bool IsAzure(IServiceProvider provider) => Options(provider).Store == "azure";

    private static VaultOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<VaultOptions>>().Value;
}
