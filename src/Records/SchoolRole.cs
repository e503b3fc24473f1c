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

    public static readonly ImmutableArray<string> All = [Teacher, Office, Editor, Lead, Technician];

    public SchoolRole() => Id = Guid.CreateVersion7();

    public SchoolRole(string name)
        : this()
    {
        Name = name;
        NormalizedName = name.ToUpperInvariant();
    }
}
