using System.Collections.Immutable;

namespace MediaGuard.Consent.Import;

/// <summary>What a file would change, in the order it is applied.</summary>
public sealed record ImportPlan(ImportContent Content, ImmutableArray<ImportChange> Changes, ImmutableArray<ImportRemark> Remarks, ImmutableArray<ImportQuestion> Questions)
{
    /// <summary>Nothing of it may be applied.</summary>
    public bool IsRefused => Remarks.Any(r => r.Weight == RemarkWeight.Refuses);

    public int Count(ImportChangeKind kind) => Changes.Count(c => c.Kind == kind);

    public override string ToString() => $"{Changes.Length} changes";
}
