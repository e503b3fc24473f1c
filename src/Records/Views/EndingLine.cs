using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A yes that ends soon. Holds a name.</summary>
/// <param name="LastDay">Included.</param>
public sealed record EndingLine(PersonId Person, string Name, string? Class, string Purpose, DateOnly LastDay)
{
    public override string ToString() => Person.ToString();
}
