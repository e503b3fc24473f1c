using System.Collections.Immutable;
using static MediaGuard.Media.Words;

namespace MediaGuard.Records.Evidence;

/// <summary>What one role can reach.</summary>
public sealed record RoleAccess(string Role, string Sees, string NotSees)
{
    public static ImmutableArray<RoleAccess> All =>
    [
        new(SchoolRole.Teacher, Text("photos of the own classes, the names of those classes, who may not be shown"), Text("other classes, parents, why a child is protected")),
        new(SchoolRole.Office, Text("every photo that waits, the register, parents’ answers"), Text("what is under seal, why a child is protected, incidents")),
        new(SchoolRole.Editor, Text("what is cleared for the website now, and its captions"), Text("anything held or refused, the register")),
        new(SchoolRole.Lead, Text("the register, protected people and why, incidents, seals without their pictures, the logs; pictures of one person, every other face covered, when they ask what is held about them"), Text("any other picture")),
        new(SchoolRole.Technician, Text("devices, accounts and the machine"), Text("any picture, any child")),
        new(SchoolRole.Guest, Text("nothing; may upload until a stated day"), Text("every picture")),
        new("parent", Text("what is on record about the own child, by a link that expires"), Text("any picture, any other child")),
        new("content system", Text("what is cleared for the website now, by a key that expires"), Text("everything else")),
    ];
}
