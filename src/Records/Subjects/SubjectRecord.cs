using MediaGuard.Media;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Views;

namespace MediaGuard.Records.Subjects;

/// <summary>What is held about one person, as they may read it: nobody else's name but colleagues', and of a no what everybody else reads.</summary>
/// <param name="Photos">Oldest first. Nothing under seal is among them.</param>
/// <param name="UnderSeal">How many pictures under seal were left out; for the lead alone.</param>
/// <param name="IsProtected">For the lead alone; nothing that is handed out says it.</param>
public sealed record SubjectRecord(
    SchoolId School,
    string SchoolName,
    TimeZoneInfo Zone,
    PersonHistory Person,
    IReadOnlyList<SubjectPhoto> Photos,
    IReadOnlyList<SubjectSaid> Said,
    IReadOnlyList<SubjectCopy> Copies,
    IReadOnlyList<LookLine> Looks,
    int UnderSeal,
    bool IsProtected)
{
    public PersonId Id => Person.Person.Id;

    public IReadOnlyList<SubjectPhoto> HandedOut => [.. Photos.Where(p => p.IsHandedOut)];

    public override string ToString() => Id.ToString();
}
