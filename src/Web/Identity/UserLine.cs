namespace MediaGuard.Web.Identity;

/// <summary>One account as a list shows it.</summary>
internal sealed record UserLine(string Mail, string Name, string Role, bool IsDisabled)
{
    public override string ToString() => Role;
}
