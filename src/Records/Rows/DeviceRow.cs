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
    public long Version { get; set; }
}
