using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Evaluation;

/// <summary>Faces of one size, by their label's shorter side in pixels, and how many of them were found.</summary>
/// <param name="Least">Inclusive.</param>
/// <param name="Below">Exclusive; null has no end.</param>
/// <param name="Any">Shown to the office, as a face or as a maybe: the operating point.</param>
/// <param name="Sure">Shown as a face.</param>
public sealed record FaceSizeBand(int Least, int? Below, Share Any, Share Sure)
{
    /// <summary>The bands reported: five that follow each other, the two that aims are set for, and all.</summary>
    internal static ImmutableArray<(int Least, int? Below)> All { get; } = [(0, 16), (16, 20), (20, 32), (32, 64), (64, null), (20, null), (32, null), (0, null)];

    public string Name => (Least, Below) switch
    {
        (0, null) => Words.Text("every size"),
        (0, { } below) => Words.Text($"under {below} px"),
        (_, { } below) => Words.Text($"{Least} to {below} px"),
        _ => Words.Text($"{Least} px and over"),
    };
}
