using System.ComponentModel.DataAnnotations;
using MediaGuard.Media;

namespace MediaGuard.Journey.Backups;

/// <summary>Where backups go, how often, and how long they are kept.</summary>
public sealed class BackupOptions
{
    /// <summary>Where database and store go when the command names no other folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Where keyring and master key go when the command names no other folder.</summary>
    public string KeysFolder { get; set; } = "";

    /// <summary>How often each kind is to be made, in days. Default 1.</summary>
    [Range(1, 31)]
    public int EveryDays { get; set; } = 1;

    /// <summary>How often the last backup is to be read back as a whole, in days. Default 31.</summary>
    [Range(1, 366)]
    public int VerifyDays { get; set; } = 31;

    /// <summary>Days after which a copy of database and store has expired. Default 90.</summary>
    [Range(1, 3660)]
    public int BooksKeptDays { get; set; } = 90;

    /// <summary>Days after which a copy of the keyring has expired: from then on a deletion is final. Default 30.</summary>
    [Range(1, 366)]
    public int KeysKeptDays { get; set; } = 30;

    public TimeSpan KeptFor(ArchiveKind kind) => TimeSpan.FromDays(kind == ArchiveKind.Keys ? KeysKeptDays : BooksKeptDays);
}
