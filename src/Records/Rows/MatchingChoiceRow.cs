using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>How the school stands to matching, as the lead chose it. Append-only; the last one holds.</summary>
internal sealed class MatchingChoiceRow
{
    public SchoolId SchoolId { get; set; }
    public long Sequence { get; set; }
    public bool IsOn { get; set; }

    /// <summary>The day of the data protection impact assessment, its reference and who answers for it.</summary>
    public DateOnly? AssessedOn { get; set; }
    public string Reference { get; set; } = "";
    public string LeadName { get; set; } = "";

    /// <summary>Reference photos are kept, encrypted, instead of being destroyed once somebody is enrolled.</summary>
    public bool KeepsPhotos { get; set; }

    /// <summary>Legal advice that faces may be compared although not everybody possible consented: when, under which reference, by whom.</summary>
    public DateOnly? AdvisedOn { get; set; }
    public string AdviceReference { get; set; } = "";
    public string AdviceBy { get; set; } = "";
    public Instant At { get; set; }
    public UserId? By { get; set; }
}
