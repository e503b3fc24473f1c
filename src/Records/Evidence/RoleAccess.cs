using System.Collections.Immutable;

namespace MediaGuard.Records.Evidence;

/// <summary>What one role can reach.</summary>
public sealed record RoleAccess(string Role, string Sees, string NotSees)
{
    public static readonly ImmutableArray<RoleAccess> All =
    [
        new(SchoolRole.Teacher, "photos of the own classes, the names of those classes, who may not be shown", "other classes, parents, why a child is protected"),
        new(SchoolRole.Office, "every photo that waits, the register, parents’ answers", "what is under seal, why a child is protected, incidents"),
        new(SchoolRole.Editor, "what is cleared for the website now, and its captions", "anything held or refused, the register"),
        new(SchoolRole.Lead, "the register, protected people and why, incidents, seals without their pictures, the logs; pictures of one person, every other face covered, when they ask what is held about them", "any other picture"),
        new(SchoolRole.Technician, "devices, accounts and the machine", "any picture, any child"),
        new(SchoolRole.Guest, "nothing; may upload until a stated day", "every picture"),
        new("parent", "what is on record about the own child, by a link that expires", "any picture, any other child"),
        new("content system", "what is cleared for the website now, by a key that expires", "everything else"),
    ];
}
