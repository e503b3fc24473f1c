using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A device of the hardware inventory.</summary>
internal sealed class DeviceRow
{
    public SchoolId SchoolId { get; set; }
    public DeviceId Id { get; set; }
    public string Label { get; set; } = "";
    public string Make { get; set; } = "";
    public string Model { get; set; } = "";
    public string NormalisedModel { get; set; } = "";
    public string Serial { get; set; } = "";
    public GroupId? GroupId { get; set; }
    public DateOnly From { get; set; }

    /// <summary>Last day it counts as the school's, or as permitted.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>For a personal device: who permitted it. Empty for the school's own.</summary>
    public string PermittedBy { get; set; } = "";

    /// <summary>Who holds it now, if that is an adult on the register.</summary>
    public PersonId? HolderId { get; set; }

    /// <summary>Its own folder below the share, each part normalised, joined by <c>/</c>; empty when it has none.</summary>
    public string Folder { get; set; } = "";

    /// <summary>From this day on nothing of it is trusted; null while it is not lost.</summary>
    public DateOnly? LostOn { get; set; }
    public long Version { get; set; }
}
