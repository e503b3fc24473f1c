using MediaGuard.Media;

namespace MediaGuard.Records.Subjects;

/// <summary>Something a colleague said of a person and a photo.</summary>
/// <param name="By">The colleague's name.</param>
public sealed record SubjectSaid(MediaId Media, AttestationKind Kind, Instant At, string By, Instant? TakenBackAt)
{
    public override string ToString() => Media.ToString();
}
