using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Ingest.Vault;

/// <summary>Where the vault keeps bytes and keys.</summary>
public sealed class VaultOptions
{
    /// <summary><c>folder</c> or <c>azure</c>. Default folder.</summary>
    [RegularExpression("^(folder|azure)$", ErrorMessage = "Vault:Store must be 'folder' or 'azure'.")]
    public string Store { get; set; } = "folder";

    /// <summary>The folder of the folder store.</summary>
    public string StoreFolder { get; set; } = "";

    /// <summary>The connection string of the blob store, when <see cref="Store"/> is azure.</summary>
    public string AzureConnectionString { get; set; } = "";

    /// <summary>The blob container, when <see cref="Store"/> is azure. Made when it is missing.</summary>
    public string AzureContainer { get; set; } = "mediaguard";

    /// <summary>The folder of wrapped object keys. Never inside the database, never in its backups.</summary>
    [Required]
    public string KeyringFolder { get; set; } = "";

    /// <summary><c>file</c> or <c>environment</c>. Default file.</summary>
    [RegularExpression("^(file|environment)$", ErrorMessage = "Vault:MasterKey must be 'file' or 'environment'.")]
    public string MasterKey { get; set; } = "file";

    /// <summary>The master key's file (32 random bytes, base64), made with mode 0600 at the first start.</summary>
    public string MasterKeyFile { get; set; } = "";

    /// <summary>The environment variable that holds the master key (base64, 32 bytes), when <see cref="MasterKey"/> is environment.</summary>
    public string MasterKeyVariable { get; set; } = "MEDIAGUARD_MASTER_KEY";

    /// <summary>Plain bytes per encrypted segment. Default 64 KiB.</summary>
    [Range(4096, 16 << 20)]
    public int SegmentSize { get; set; } = 64 << 10;
}
