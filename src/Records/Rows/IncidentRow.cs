using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Something that must be reported and followed up.</summary>
internal sealed class IncidentRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public IncidentKind Kind { get; set; }

    /// <summary>It is about the headteacher.</summary>
    public bool ConcernsHead { get; set; }

    /// <summary>The school's day it happened on.</summary>
    public DateOnly Day { get; set; }

    /// <summary>For an unknown camera: its model, normalised; with the day it makes the incident unique. Null for every other kind.</summary>
    public string? CameraKey { get; set; }

    /// <summary>The model as the file spelt it; may hold a name.</summary>
    public string Camera { get; set; } = "";
    public MediaId? MediaId { get; set; }
    public DeviceId? DeviceId { get; set; }

    /// <summary>What happened, in somebody's words; may hold names.</summary>
    public string What { get; set; } = "";
    public Instant OpenedAt { get; set; }

    /// <summary>Null when the program opened it.</summary>
    public UserId? OpenedBy { get; set; }
    public Instant? ClosedAt { get; set; }
    public UserId? ClosedBy { get; set; }
    public string Outcome { get; set; } = "";
    public long Version { get; set; }
}
