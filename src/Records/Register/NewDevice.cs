using MediaGuard.Media;

namespace MediaGuard.Records.Register;

/// <summary>A device to put in the inventory.</summary>
/// <param name="PermittedBy">For a personal device, who permitted it; empty for the school's own.</param>
public sealed record NewDevice(string Label, string Make, string Model, string Serial, GroupId? Group, DateOnly From, DateOnly? Until = null, string PermittedBy = "");
