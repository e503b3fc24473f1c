using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A yes a guardian gave by their link, which holds only once the office has confirmed it.</summary>
internal sealed class ConsentRequestRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public PersonId PersonId { get; set; }
    public Guid GuardianId { get; set; }
    public string Purpose { get; set; } = "";
    public Instant At { get; set; }
    public RequestState State { get; set; }
    public Instant? DoneAt { get; set; }
    public UserId? DoneBy { get; set; }
}
