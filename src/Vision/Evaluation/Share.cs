using MediaGuard.Media;

namespace MediaGuard.Vision.Evaluation;

/// <summary>So many of so many, with the Wilson score interval at 95 %.</summary>
/// <remarks>Wilson, E. B. (1927), "Probable inference, the law of succession, and statistical inference": unlike the plain interval it is not empty at none and at all.</remarks>
public readonly record struct Share(int Hits, int Of)
{
    private const double Z = 1.959964;

    /// <summary>Zero to one; zero of none.</summary>
    public double Value => Of == 0 ? 0 : (double)Hits / Of;

    public double Low => Of == 0 ? 0 : Math.Max(0, Centre - Half);

    public double High => Of == 0 ? 1 : Math.Min(1, Centre + Half);

    private double Centre => (Value + (Z * Z / (2 * Of))) / (1 + (Z * Z / Of));

    private double Half => Z / (1 + (Z * Z / Of)) * Math.Sqrt((Value * (1 - Value) / Of) + (Z * Z / (4.0 * Of * Of)));

    /// <summary>Such as <c>95.5 % (87.0–97.5) of 86</c>.</summary>
    public override string ToString() => Of == 0
        ? Words.Text("none")
        : Words.Text($"{100 * Value:0.0} % ({100 * Low:0.0}–{100 * High:0.0}) of {Of}");
}
