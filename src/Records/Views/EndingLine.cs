using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A yes that ends soon. Holds a name.</summary>
/// <param name="LastDay">Included.</param>
public sealed record EndingLine(PersonId Person, string Name, string? Class, string Purpose, DateOnly LastDay)
{
    /// <summary>The number of the record it stands on; what is said later has a greater one.</summary>
    public long Sequence { get; init; }

    public override string ToString() => Person.ToString();
}
