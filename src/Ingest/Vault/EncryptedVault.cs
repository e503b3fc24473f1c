using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using MediaGuard.Ingest.Vault.Keys;
using MediaGuard.Ingest.Vault.Sealing;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Vault;

/// <summary>The vault over a store and a keyring.</summary>
/// <remarks>
/// A write makes a fresh key, then the bytes, then destroys older keys. The header names the key, so wherever a crash falls, the bytes in place
/// have theirs: the old ones until the store exchanges them, the new ones from then on. A key left over by a crash opens nothing and goes with
/// the next write or destruction. Writers and destroyers of one object take turns, also between processes; readers never wait.
/// </remarks>
internal sealed class EncryptedVault(IMediaStore store, Keyring keyring, IOptions<VaultOptions> options, IFaultPoints faults) : IVault
{
    public async Task<VaultReceipt> WriteAsync(VaultObject name, Stream plain, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plain);
        using var turn = await keyring.LockAsync(name, cancellationToken);
        var keyId = new Guid(RandomNumberGenerator.GetBytes(16));
        var keyFile = Keyring.FileOf(name, keyId);
        var key = RandomNumberGenerator.GetBytes(32);
        try
        {
            await keyring.AddAsync(keyFile, Keyring.UseOf(name, keyId), key, cancellationToken);
            faults.Reach("vault.key-written");
            await using var content = new SealingStream(plain, key, SealedHeader.Fresh(name, keyId, options.Value.SegmentSize));
            await StoreAsync(name, content, keyFile, cancellationToken);
            faults.Reach("vault.bytes-written");
            DestroyKeys(name, except: keyFile);
            return content.Receipt();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public async Task<bool> VerifyAsync(VaultObject name, VaultReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        try
        {
            await using var plain = await OpenAsync(name, cancellationToken);
            return plain.Length == receipt.Length
                && (await SHA256.HashDataAsync(plain, cancellationToken)).AsSpan().SequenceEqual(receipt.Sha256.AsSpan());
        }
        catch (VaultException failure) when (failure.Failure != VaultFailure.WrongMasterKey)
        {
            return false;
        }
    }

    public async Task<Stream> OpenAsync(VaultObject name, CancellationToken cancellationToken)
    {
        Guid? absent = null;
        while (true)
        {
            var stored = await store.OpenReadAsync(VaultNames.Of(name), cancellationToken) ?? throw new VaultException(VaultFailure.Missing, name);
            try
            {
                var bytes = new byte[SealedHeader.Length];
                var count = await stored.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
                var header = SealedHeader.Decode(bytes.AsSpan(0, count), name);
                var keyFile = await keyring.ReadAsync(Keyring.FileOf(name, header.KeyId), cancellationToken);
                if (Decode(name, keyFile) is { } wrapped)
                {
                    var cipher = await CipherAsync(name, header, wrapped, cancellationToken);
                    return await UnsealingStream.OpenAsync(name, stored, cipher, header.SegmentSize, cancellationToken);
                }

                // A writer may have exchanged the bytes and destroyed the older key since these were opened; then the next look finds another key.
                if (absent == header.KeyId)
                {
                    throw new VaultException(keyFile is null ? VaultFailure.KeyDestroyed : VaultFailure.Damaged, name);
                }

                absent = header.KeyId;
                await stored.DisposeAsync();
            }
            catch
            {
                await stored.DisposeAsync();
                throw;
            }
        }
    }

    public async Task DestroyAsync(VaultObject name, CancellationToken cancellationToken)
    {
        using var turn = await keyring.LockAsync(name, cancellationToken);
        DestroyKeys(name, except: null);
        faults.Reach("vault.key-destroyed");
        await store.DeleteAsync(VaultNames.Of(name), cancellationToken);
    }

    public Task<bool> HasKeyAsync(VaultObject name, CancellationToken cancellationToken) => Task.FromResult(keyring.FilesOf(name).Count > 0);

    public async IAsyncEnumerable<VaultObject> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var withKey = keyring.Names();
        foreach (var name in withKey)
        {
            yield return name;
        }

        await foreach (var stored in store.ListAsync("", cancellationToken))
        {
            if (VaultNames.Parse(stored) is { } name && !withKey.Contains(name))
            {
                yield return name;
            }
        }
    }

    private async Task StoreAsync(VaultObject name, SealingStream content, string keyFile, CancellationToken cancellationToken)
    {
        try
        {
            await store.WriteAsync(VaultNames.Of(name), content, cancellationToken);
        }
        catch when (!content.IsFinished)
        {
            // Only now is it certain that no store holds bytes of this key. After the last segment a failed call may still have succeeded there.
            keyring.Destroy(keyFile);
            throw;
        }
    }

    private async Task<SegmentCipher> CipherAsync(VaultObject name, SealedHeader header, WrappedKey wrapped, CancellationToken cancellationToken)
    {
        byte[] key;
        try
        {
            key = await keyring.UnwrapAsync(wrapped, Keyring.UseOf(name, header.KeyId), cancellationToken);
        }
        catch (CryptographicException)
        {
            throw new VaultException(await IsCurrentAsync(wrapped, cancellationToken) ? VaultFailure.Damaged : VaultFailure.WrongMasterKey, name);
        }

        try
        {
            return new SegmentCipher(key, header);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Whether the master key at hand is the one the key was wrapped with; no when there is none at hand.</summary>
    private async Task<bool> IsCurrentAsync(WrappedKey wrapped, CancellationToken cancellationToken)
    {
        try
        {
            return wrapped.MasterKeyId == await keyring.CurrentMasterKeyAsync(cancellationToken);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static WrappedKey? Decode(VaultObject name, byte[]? keyFile)
    {
        try
        {
            return keyFile is null ? null : WrappedKey.Decode(keyFile);
        }
        catch (NotSupportedException)
        {
            throw new VaultException(VaultFailure.UnknownVersion, name);
        }
    }

    private void DestroyKeys(VaultObject name, string? except)
    {
        foreach (var file in keyring.FilesOf(name).Where(file => file != except))
        {
            keyring.Destroy(file);
        }
    }
}
