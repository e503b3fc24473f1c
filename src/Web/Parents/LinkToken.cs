namespace MediaGuard.Web.Parents;

/// <summary>What a parent's link ends with, as it was typed.</summary>
/// <param name="Asked">The whole path as it was asked for.</param>
internal sealed record LinkToken(string Value, PathString Asked)
{
    public override string ToString() => nameof(LinkToken);
}
