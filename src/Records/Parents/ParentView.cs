using MediaGuard.Media;

namespace MediaGuard.Records.Parents;

/// <summary>What a guardian sees by their link; about one person and nobody else. Holds a name.</summary>
/// <param name="Child">What the person is called.</param>
/// <param name="LastDay">The last day the link works.</param>
/// <param name="ComparesFaces">The school has face matching switched on.</param>
/// <param name="Copies">Channels this person may not appear on, of which copies were out.</param>
public sealed record ParentView(string School, string Child, DateOnly LastDay, bool ComparesFaces, IReadOnlyList<ParentPurpose> Purposes, IReadOnlyList<CopyCount> Copies)
{
    public override string ToString() => nameof(ParentView);
}
