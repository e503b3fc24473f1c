namespace MediaGuard.Records.Reports;

/// <summary>Counts of a term. What says “now” is counted when it is read.</summary>
public sealed record TermReport(DateOnly From, DateOnly Until)
{
    /// <summary>Photos and clips that arrived in the time.</summary>
    public required int Arrived { get; init; }

    /// <summary>Of those, set aside because they could not be taken further.</summary>
    public required int SetAside { get; init; }

    /// <summary>Of those, no longer here: deleted, or known already.</summary>
    public required int Gone { get; init; }

    public required IReadOnlyList<ChannelCounts> Channels { get; init; }

    /// <summary>Recorded in the time: refusals, withdrawals and objections; and every yes.</summary>
    public required int Noes { get; init; }
    public required int Yeses { get; init; }

    /// <summary>On the register now.</summary>
    public required int Pupils { get; init; }

    /// <summary>Pupils of whom nobody has said anything about any purpose, which counts as no.</summary>
    public required int PupilsNobodySpokeFor { get; init; }

    /// <summary>Contact sheets carried, those drawn for a second look, and those on which the two answers differed.</summary>
    public required int Sheets { get; init; }
    public required int Drawn { get; init; }
    public required int Disputed { get; init; }

    public required IReadOnlyList<IncidentCounts> Incidents { get; init; }

    /// <summary>Incidents open now, of any time.</summary>
    public required int OpenIncidents { get; init; }

    public required int Classes { get; init; }

    /// <summary>Classes of which no photo arrived in the time: what goes past MediaGuard protects nobody.</summary>
    public required int ClassesWithoutPhotos { get; init; }
}
