namespace MediaGuard.Web.Parents;

/// <summary>What a parent's link ends with, as it was typed.</summary>
internal sealed record LinkToken(string Value)
{
    public override string ToString() => nameof(LinkToken);
}
