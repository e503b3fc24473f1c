using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Vault;

/// <summary>Settings that only matter together: each store and each master key needs its own place named.</summary>
internal sealed class VaultOptionsCheck : IValidateOptions<VaultOptions>
{
    public ValidateOptionsResult Validate(string? name, VaultOptions options)
    {
        var faults = new List<string>();
        if (options.Store == "folder" && string.IsNullOrWhiteSpace(options.StoreFolder))
        {
            faults.Add("Vault:StoreFolder is needed when Vault:Store is 'folder'.");
        }

        if (options.Store == "azure" && string.IsNullOrWhiteSpace(options.AzureConnectionString))
        {
            faults.Add("Vault:AzureConnectionString is needed when Vault:Store is 'azure'.");
        }

        if (options.MasterKey == "file" && string.IsNullOrWhiteSpace(options.MasterKeyFile))
        {
            faults.Add("Vault:MasterKeyFile is needed when Vault:MasterKey is 'file'.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
