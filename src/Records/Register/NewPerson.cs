using MediaGuard.Consent.People;

namespace MediaGuard.Records.Register;

/// <summary>Somebody to put on the register.</summary>
public sealed record NewPerson(PersonKind Kind, string FullName, string PreferredName, string? ExternalKey = null, bool IsProtected = false)
{
    /// <summary>Other names people use, parted by commas.</summary>
    public string Nicknames { get; init; } = "";

    public override string ToString() => nameof(NewPerson);
}
