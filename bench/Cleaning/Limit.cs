using System.Globalization;

namespace MediaGuard.Bench.Cleaning;

/// <summary>One thing Cleaning must keep to, and whether it did; null where it could not be measured.</summary>
/// <param name="What">In words, with the file and how many at once.</param>
/// <param name="Ratio">Our time against the other's.</param>
/// <param name="AtMost">What the ratio may be.</param>
internal sealed record Limit(string What, double? Ratio, double AtMost)
{
    public bool IsMet => Ratio <= AtMost;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsMet ? "met    " : "NOT MET")}  {What}: {(Ratio is { } ratio ? $"{ratio:0.00}" : "not measured")}, at most {AtMost:0.00}");
}
