using MediaGuard.Media;
using Microsoft.AspNetCore.Identity;

namespace MediaGuard.Records;

/// <summary>Somebody who signs in. Belongs to one school; what they may do follows from their role and their classes.</summary>
public sealed class SchoolUser : IdentityUser<Guid>
{
    public SchoolUser() => Id = Guid.CreateVersion7();

    public SchoolId SchoolId { get; set; }

    /// <summary>The name colleagues see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>A guest's account ends at this moment; null for everybody else.</summary>
    public Instant? EndsAt { get; set; }

    /// <summary>Nobody signs in with it until it is enabled again. An account that only rests after wrong passwords is not disabled.</summary>
    public bool IsDisabled => LockoutEnd == DateTimeOffset.MaxValue;

    public override string ToString() => Id.ToString("N");
}
