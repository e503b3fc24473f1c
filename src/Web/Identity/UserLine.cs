using MediaGuard.Media;

namespace MediaGuard.Web.Identity;

/// <summary>One account as a list shows it.</summary>
internal sealed record UserLine(string Mail, string Name, string Role, bool IsDisabled)
{
    public UserId Id { get; init; }

    public Instant? EndsAt { get; init; }

    public bool HasSecondFactor { get; init; }

    public override string ToString() => Role;
}
