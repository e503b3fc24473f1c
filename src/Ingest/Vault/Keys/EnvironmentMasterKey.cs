using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>The master key from an environment variable.</summary>
internal sealed class EnvironmentMasterKey(IOptions<VaultOptions> options) : IMasterKeySource
{
    public Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        var text = Environment.GetEnvironmentVariable(options.Value.MasterKeyVariable);
        return string.IsNullOrWhiteSpace(text)
            ? throw new CryptographicException("The environment holds no master key.")
            : Task.FromResult(MasterKeyText.Decode(Encoding.UTF8.GetBytes(text)));
    }
}
