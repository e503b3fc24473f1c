using MediaGuard.Media;

namespace MediaGuard.Web.Pages.Account;

/// <summary>One passkey as its owner sees it.</summary>
internal sealed record PasskeyLine(string Id, string Name, Instant Since)
{
    public override string ToString() => Id;
}
