using MediaGuard.Ingest.Vault;
using MediaGuard.Ingest.Vault.Keys;
using MediaGuard.Ingest.Vault.Stores;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Tests.Vault;

/// <summary>A vault with keyring, master key and folder store below one temporary folder.</summary>
internal sealed class VaultRig : IDisposable
{
    public const int Segment = 4096;

    private readonly string _root = Directory.CreateTempSubdirectory("mediaguard-vault-").FullName;

    public VaultRig()
    {
        Options = new VaultOptions
        {
            StoreFolder = Path.Combine(_root, "store"),
            KeyringFolder = Path.Combine(_root, "keyring"),
            MasterKeyFile = Path.Combine(_root, "master.key"),
            SegmentSize = Segment,
        };
        Vault = Open();
    }

    public VaultOptions Options { get; }
    public EncryptedVault Vault { get; }
    public SchoolId School { get; } = SchoolId.New();

    /// <summary>A vault as another process would open it.</summary>
    public EncryptedVault Open(IFaultPoints? faults = null, IMediaStore? store = null)
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        return new EncryptedVault(store ?? new FolderStore(options, TimeProvider.System), OpenKeyring(), options, faults ?? NoFaultPoints.Instance);
    }

    public Keyring OpenKeyring()
    {
        var options = Microsoft.Extensions.Options.Options.Create(Options);
        return new Keyring(options, new MasterKeyProvider(new FileMasterKey(options)), TimeProvider.System);
    }

    public VaultObject NewName() => VaultObject.Original(School, MediaId.New());

    public string PathOf(VaultObject name) => Path.Combine(Options.StoreFolder, VaultNames.Of(name));

    public string[] KeyFiles() => Directory.Exists(Path.Combine(Options.KeyringFolder, "objects"))
        ? Directory.GetFiles(Path.Combine(Options.KeyringFolder, "objects"), "*", SearchOption.AllDirectories)
        : [];

    public static Task<VaultReceipt> WriteAsync(IVault vault, VaultObject name, byte[] plain) =>
        vault.WriteAsync(name, new MemoryStream(plain), CancellationToken.None);

    public static async Task<byte[]> ReadAsync(IVault vault, VaultObject name)
    {
        await using var stream = await vault.OpenAsync(name, CancellationToken.None);
        var plain = new MemoryStream();
        await stream.CopyToAsync(plain);
        return plain.ToArray();
    }

    /// <summary>The failure reading ends in, or null when it succeeds.</summary>
    public static async Task<VaultFailure?> FailureAsync(IVault vault, VaultObject name)
    {
        try
        {
            await ReadAsync(vault, name);
            return null;
        }
        catch (VaultException failure)
        {
            return failure.Failure;
        }
    }

    public static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
