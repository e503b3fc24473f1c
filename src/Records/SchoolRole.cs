using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;

namespace MediaGuard.Records;

/// <summary>What a signed-in person is to the school.</summary>
public sealed class SchoolRole : IdentityRole<Guid>
{
    public const string Teacher = "teacher";
    public const string Office = "office";
    public const string Editor = "editor";
    public const string Lead = "lead";
    public const string Technician = "technician";

    /// <summary>Somebody who helps out for a while: may upload, and see nothing.</summary>
    public const string Guest = "guest";

    public static readonly ImmutableArray<string> All = [Teacher, Office, Editor, Lead, Technician, Guest];

    public SchoolRole() => Id = Guid.CreateVersion7();

    public SchoolRole(string name)
        : this()
    {
        Name = name;
        NormalizedName = name.ToUpperInvariant();
    }
}
