using MediaGuard.Media;

namespace MediaGuard.Records.Register;

/// <summary>A person as a form has one.</summary>
/// <param name="Kind">pupil, staff, volunteer or visitor.</param>
/// <param name="Key">UPN or MIS number; empty for none.</param>
/// <param name="Class">The class to belong to from today; null changes nothing.</param>
public sealed record PersonEdit(string Kind, string FullName, string PreferredName, string Key, int? YearGroup, DateOnly? LeftOn, GroupId? Class)
{
    /// <summary>Other names people use, parted by commas; empty for none.</summary>
    public string Nicknames { get; init; } = "";

    /// <summary>The entry's <see cref="Views.RegisterLine.Seen"/> when the form was opened; null where nobody looked at it before.</summary>
    public string? Seen { get; init; }

    public override string ToString() => nameof(PersonEdit);
}
