using MediaGuard.Media;

namespace MediaGuard.Records.Devices;

/// <summary>An adult on the register who may hold devices.</summary>
public sealed record HolderView(PersonId Id, string Name, bool HasLeft)
{
    public override string ToString() => Id.ToString();
}
