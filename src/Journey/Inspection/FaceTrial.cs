using System.Collections.Immutable;

namespace MediaGuard.Journey.Inspection;

/// <summary>What to measure, and on which pictures.</summary>
/// <param name="Folder">Of labelled pictures, see <c>FaceLabels</c>.</param>
public sealed record FaceTrial(string Folder)
{
    /// <summary>The file of labels; null for <c>faces.json</c> in the folder.</summary>
    public string? Labels { get; init; }

    /// <summary>A folder of pictures without faces, or a text file naming one a line; null for none.</summary>
    public string? Faceless { get; init; }

    /// <summary>Every other picture, by name, from the first (a) or from the second (b); null for all.</summary>
    public char? Half { get; init; }

    /// <summary>Models that look as if they were not installed.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    public TrialKind Kind { get; init; }

    /// <summary>Never the folder: its name may be a school's.</summary>
    public override string ToString() => $"{Kind} {Half}";
}
