using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Web.Parents;

/// <summary>How parents reach their pages.</summary>
public sealed class ParentOptions
{
    /// <summary>Days a parent's link works. Default 90.</summary>
    [Range(1, 400, ErrorMessage = "Parents:LinkDays must be between 1 and 400.")]
    public int LinkDays { get; set; } = 90;

    /// <summary>What links begin with, for example <c>https://photos.school.example</c>; empty takes the address the office used.</summary>
    [RegularExpression("^(https?://[^/?#]+)?$", ErrorMessage = "Parents:Address must look like https://photos.school.example, without a path.")]
    public string Address { get; set; } = "";
}
