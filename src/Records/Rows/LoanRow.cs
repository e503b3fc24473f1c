using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A device that leaves the site with somebody who signed for it.</summary>
internal sealed class LoanRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public DeviceId DeviceId { get; set; }
    public PersonId HolderId { get; set; }
    public DateOnly From { get; set; }

    /// <summary>The day it is expected back.</summary>
    public DateOnly? DueOn { get; set; }
    public DateOnly? ReturnedOn { get; set; }

    /// <summary>Which version of the loan agreement was signed.</summary>
    public string SignedVersion { get; set; } = "";
    public DateOnly SignedOn { get; set; }
}
