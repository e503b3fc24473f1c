using MediaGuard.Media;

namespace MediaGuard.Records.Register;

/// <summary>A class and how many pupils it has today.</summary>
public sealed record ClassSize(GroupId Id, string Name, int Pupils)
{
    public override string ToString() => Id.ToString();
}
