namespace MediaGuard.Records.Matching;

/// <summary>A parent or guardian, with what was done; holds a name.</summary>
public sealed record GuardianView(Guid Id, string Name, DateOnly? NotifiedOn, DateOnly? ObjectedOn)
{
    public override string ToString() => Id.ToString();
}
