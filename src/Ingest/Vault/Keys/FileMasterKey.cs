using System.Security.Cryptography;
using MediaGuard.Ingest.Vault.Stores;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>
/// The master key in a file only its owner may read, made at the first use. Of several processes that start at once one makes it and all use it.
/// A key file lost later is not made anew while keys wrapped by it exist.
/// </summary>
internal sealed class FileMasterKey(IOptions<VaultOptions> options) : IMasterKeySource
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string _path = Path.GetFullPath(options.Value.MasterKeyFile);

    public async Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        // Asked before the file is looked for: whoever made a key in between has made the file before.
        var inUse = Keyring.HoldsKeys(options.Value.KeyringFolder);
        if (!File.Exists(_path))
        {
            if (inUse)
            {
                throw new CryptographicException("The master key file is missing, but keys wrapped by it exist. Restore the file.");
            }

            StorageFaults.Explaining(Make);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(_path) & ~OwnerOnly) != 0)
        {
            throw new CryptographicException("The master key file is open to others than its owner. Set its mode to 0600.");
        }

        return MasterKeyText.Decode(await StorageFaults.ExplainingAsync(() => File.ReadAllBytesAsync(_path, cancellationToken)));
    }

    private void Make()
    {
        DurableFile.MakeDirectory(Path.GetDirectoryName(_path)!);
        var text = MasterKeyText.Fresh();
        using var file = DurableFile.Create($"{_path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}");
        try
        {
            file.Write(text);
            if (DurableFile.Publish(file, _path, replace: false))
            {
                return;
            }

            // Another process was quicker; it may not have flushed the name yet.
            File.Delete(file.Name);
            Posix.FlushDirectory(Path.GetDirectoryName(_path)!);
        }
        catch (IOException)
        {
            File.Delete(file.Name);
            throw;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }
}
