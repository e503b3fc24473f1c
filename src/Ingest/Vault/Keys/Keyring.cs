using System.Text;
using MediaGuard.Ingest.Vault.Stores;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>
/// The folder of wrapped keys: one file a key, named by object and key id, so a rewritten object has its old and its new key side by side until
/// the new bytes are in place. Several processes may share it; whoever changes an object's keys holds its lock.
/// </summary>
internal sealed class Keyring(IOptions<VaultOptions> options, IMasterKeyProvider masterKeys, TimeProvider clock)
{
    private const string Objects = "objects";

    private readonly DurableFolder _folder = new(options.Value.KeyringFolder, clock);

    /// <summary>Whether any wrapped key lies in the folder.</summary>
    public static bool HoldsKeys(string folder) =>
        File.Exists(Path.Combine(folder, KeyedDigest.KeyFile))
        || File.Exists(Path.Combine(folder, AuditSigner.KeyFile))
        || new[] { Objects, TemplateKeys.Folder }.Select(kind => Path.Combine(folder, kind))
            .Any(kind => Directory.Exists(kind) && Directory.EnumerateFiles(kind, "*", SearchOption.AllDirectories).Any());

    /// <summary>Waits for the object's lock, which a process that dies gives up.</summary>
    public Task<IDisposable> LockAsync(VaultObject name, CancellationToken cancellationToken)
    {
        StorageFaults.Explaining(_folder.Require);
        return KeyringLock.TakeAsync(_folder.PathOf(".locks"), Shard(name.Id), cancellationToken);
    }

    /// <summary>Puts a key on stable storage. False: there is one of that name, which stays.</summary>
    public async Task<bool> AddAsync(string file, string use, ReadOnlyMemory<byte> key, CancellationToken cancellationToken)
    {
        var masterKey = await masterKeys.CurrentKeyIdAsync(cancellationToken);
        var wrapped = await masterKeys.WrapAsync(masterKey, key, Encoding.UTF8.GetBytes(use), cancellationToken);
        return StorageFaults.Explaining(() => Write(file, new WrappedKey(masterKey, wrapped).Encode()));
    }

    /// <summary>The file's bytes, or null when there is none.</summary>
    public async Task<byte[]?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        StorageFaults.Explaining(_folder.Require);
        return await StorageFaults.ExplainingAsync(async () =>
        {
            try
            {
                return await File.ReadAllBytesAsync(_folder.PathOf(file), cancellationToken);
            }
            catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
            {
                return null;
            }
        });
    }

    public Task<byte[]> UnwrapAsync(WrappedKey key, string use, CancellationToken cancellationToken) =>
        masterKeys.UnwrapAsync(key.MasterKeyId, key.Wrapped, Encoding.UTF8.GetBytes(use), cancellationToken);

    public Task<string> CurrentMasterKeyAsync(CancellationToken cancellationToken) => masterKeys.CurrentKeyIdAsync(cancellationToken);

    /// <summary>Destroys a key: overwritten, flushed, removed.</summary>
    public void Destroy(string file) => StorageFaults.Explaining(() => DurableFile.Shred(_folder.PathOf(file)));

    /// <summary>The files of all keys the object has.</summary>
    public IReadOnlyList<string> FilesOf(VaultObject name) => StorageFaults.Explaining(() =>
    {
        _folder.Require();
        var folder = FolderOf(name);
        return Directory.Exists(_folder.PathOf(folder))
            ? Directory.GetFiles(_folder.PathOf(folder), $"{name.Id:N}.*").Select(path => $"{folder}/{Path.GetFileName(path)}").ToList()
            : [];
    });

    /// <summary>Every object that has a key, once.</summary>
    public IReadOnlyCollection<VaultObject> Names() => StorageFaults.Explaining(() =>
        _folder.Names(Objects).Select(Parse).OfType<VaultObject>().ToHashSet());

    public static string FileOf(VaultObject name, Guid keyId) => $"{FolderOf(name)}/{name.Id:N}.{keyId:N}";

    /// <summary>What an object key's wrapping is bound to: a key file renamed to another object's opens nothing.</summary>
    public static string UseOf(VaultObject name, Guid keyId) => $"object v{WrappedKey.Version} {name.School} {(int)name.Kind} {name.Id:N} {keyId:N}";

    private static string FolderOf(VaultObject name) => $"{Objects}/{VaultNames.FolderOf(name)}/{Shard(name.Id)}";

    private static string Shard(Guid id) => id.ToString("N")[^2..];

    private static VaultObject? Parse(string file) =>
        file.Split('/') is [Objects, var school, var kind, _, var key] ? VaultNames.Parse($"{school}/{kind}/{key.Split('.')[0]}") : null;

    private bool Write(string name, byte[] content)
    {
        using var file = _folder.NewTemporary();
        var published = false;
        try
        {
            file.Write(content);
            return published = _folder.Publish(file, name, replace: false);
        }
        finally
        {
            if (!published)
            {
                File.Delete(file.Name);
            }
        }
    }
}
