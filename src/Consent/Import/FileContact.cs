namespace MediaGuard.Consent.Import;

/// <summary>A parent or guardian as a file names one.</summary>
/// <param name="Email">Empty when the file does not say, or says what is no address.</param>
/// <param name="HasResponsibility">Parental responsibility; null when the file does not say.</param>
public sealed record FileContact(string Name, string Email, bool? HasResponsibility)
{
    public override string ToString() => nameof(FileContact);
}
