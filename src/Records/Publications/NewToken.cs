namespace MediaGuard.Records.Publications;

/// <summary>A token just made. It is kept nowhere, so it is shown now or never; prints its id.</summary>
public sealed record NewToken(Guid Id, string Token)
{
    public override string ToString() => Id.ToString("N");
}
