using MediaGuard.Media;

namespace MediaGuard.Records.Devices;

/// <summary>A device of the inventory, for the screen. May hold the names of adults.</summary>
/// <param name="Until">The last day it counts as the school's, or as permitted.</param>
/// <param name="PermittedBy">For a personal device, who permitted it; empty for the school's own.</param>
/// <param name="HolderName">Who holds it: by a loan that is not returned, otherwise as the inventory says.</param>
public sealed record DeviceView(
    DeviceId Id, string Label, string Make, string Model, string Serial, GroupId? Group, string? Class, PersonId? Holder, string? HolderName,
    DateOnly From, DateOnly? Until, string PermittedBy, string Folder, DateOnly? LostOn, DeviceState State, DateOnly? DueBackOn)
{
    public bool IsPersonal => PermittedBy.Length > 0;

    public override string ToString() => Id.ToString();
}
