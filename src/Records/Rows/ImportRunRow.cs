using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One import that was applied: who, when, of which file, how much it changed. No names.</summary>
internal sealed class ImportRunRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public Instant At { get; set; }
    public UserId? By { get; set; }
    public byte[] FileSha256 { get; set; } = [];
    public long FileLength { get; set; }
    public string Mapping { get; set; } = "";
    public int Rows { get; set; }
    public DateOnly? ExportedOn { get; set; }
    public bool HadTrailer { get; set; }
    public int NewPeople { get; set; }
    public int Changed { get; set; }
    public int ClassChanges { get; set; }
    public int HaveLeft { get; set; }
    public int Returned { get; set; }
    public int ToYes { get; set; }
    public int ToNo { get; set; }
    public int Conflicts { get; set; }
    public int Flags { get; set; }
    public long RegisterVersion { get; set; }

    /// <summary>When the register was known to be right before this run, for undoing it.</summary>
    public DateOnly? ConfirmedBefore { get; set; }
    public Instant? UndoneAt { get; set; }
    public UserId? UndoneBy { get; set; }
}
