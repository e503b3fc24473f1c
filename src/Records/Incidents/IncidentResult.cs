namespace MediaGuard.Records.Incidents;

/// <summary>What became of an act on an incident.</summary>
public enum IncidentResult
{
    Done,
    NotThere,

    /// <summary>It is closed: nothing changes any more.</summary>
    Closed,

    /// <summary>Somebody who must be told was not, so it stays open.</summary>
    SomebodyNotTold,
}
