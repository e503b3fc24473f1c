using MediaGuard.Media;

namespace MediaGuard.Records.Parents;

/// <summary>A yes that waits for the office. Holds names.</summary>
/// <param name="Purpose">As people call it.</param>
public sealed record RequestLine(Guid Id, PersonId Person, string Name, string? Class, string Purpose, string Guardian, Instant At)
{
    public override string ToString() => Id.ToString();
}
