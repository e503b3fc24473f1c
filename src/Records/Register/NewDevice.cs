using MediaGuard.Media;

namespace MediaGuard.Records.Register;

/// <summary>A device to put in the inventory.</summary>
/// <param name="Until">The last day it counts as the school's, or as permitted.</param>
/// <param name="PermittedBy">For a personal device, who permitted it; empty for the school's own.</param>
public sealed record NewDevice(string Label, string Make, string Model, string Serial, GroupId? Group, DateOnly From, DateOnly? Until = null, string PermittedBy = "")
{
    /// <summary>An adult on the register who holds it.</summary>
    public PersonId? Holder { get; init; }

    /// <summary>Its own folder below the share, for example <c>Oak/iPad 3</c>; empty for none.</summary>
    public string Folder { get; init; } = "";

    public override string ToString() => nameof(NewDevice);
}
