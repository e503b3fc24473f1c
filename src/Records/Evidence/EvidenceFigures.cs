using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Reports;
using MediaGuard.Records.Views;

namespace MediaGuard.Records.Evidence;

/// <summary>What the books say of a time, for somebody who asks how the school knows: counts, codes and opaque ids, nobody's name. What says “now” is counted when it is read.</summary>
public sealed record EvidenceFigures(SchoolId School, string SchoolName, TimeZoneInfo Zone, Instant ReadAt, TermReport Term)
{
    /// <summary>Every version, the newest first; the first is in force.</summary>
    public required IReadOnlyList<PolicyEvidence> Policies { get; init; }

    public required IReadOnlyList<EngineUse> Engines { get; init; }

    public required IReadOnlyList<ChannelVerdicts> Verdicts { get; init; }

    /// <summary>Of the photos that arrived in the time: no channel was asked for, or none is decided yet.</summary>
    public required int Undecided { get; init; }

    /// <summary>Why photos that arrived in the time were set aside.</summary>
    public required IReadOnlyList<ReasonCount> SetAside { get; init; }

    public required IReadOnlyList<SaidCounts> Said { get; init; }

    public required IReadOnlyList<OpenRecalls> OpenRecalls { get; init; }

    public required IReadOnlyList<TakeDownCounts> TakeDowns { get; init; }

    public required OriginalCounts Originals { get; init; }

    /// <summary>Photos deleted for good in the time, and people erased from the register.</summary>
    public required int Deleted { get; init; }
    public required int Erased { get; init; }

    public required IReadOnlyList<LookCounts> Looks { get; init; }

    public required IReadOnlyList<IncidentClocks> Incidents { get; init; }

    /// <summary>Pictures put under seal in the time, and those under seal now.</summary>
    public required int Sealed { get; init; }
    public required int UnderSeal { get; init; }

    public required IReadOnlyList<AccountCounts> Accounts { get; init; }

    public required MatchingEvidence Matching { get; init; }

    /// <summary>Keys by which a content system may fetch what is cleared for the website now.</summary>
    public required int Tokens { get; init; }

    public DateOnly From => Term.From;

    public DateOnly Until => Term.Until;

    public PolicyEvidence InForce => Policies[0];

    public override string ToString() => School.ToString();
}
