using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>A place where some model saw a face, with every model's score for it.</summary>
/// <param name="seed">The strongest proposal's box.</param>
internal sealed class Candidate(PixelBox seed, int models)
{
    private readonly float?[] _scores = new float?[models];
    private (double X, double Y, double Right, double Bottom, double Weight) _sum;

    /// <summary>The strongest proposal's box.</summary>
    public PixelBox Seed { get; } = seed;

    /// <summary>The mean of the boxes of all proposals, each by its weight.</summary>
    public PixelBox Box => _sum.Weight > 0
        ? new PixelBox(_sum.X / _sum.Weight, _sum.Y / _sum.Weight, (_sum.Right - _sum.X) / _sum.Weight, (_sum.Bottom - _sum.Y) / _sum.Weight)
        : Seed;

    public ImmutableArray<PixelPoint> Keypoints { get; set; } = [];

    /// <summary>The best score of each model, in the order the models look; null where it saw nothing.</summary>
    public IReadOnlyList<float?> Scores => _scores;

    public void Note(int model, float score) => _scores[model] = Math.Max(_scores[model] ?? 0, score);

    /// <summary>One more box of the same face.</summary>
    public void Count(PixelBox box, double weight) => _sum = (
        _sum.X + (weight * box.X), _sum.Y + (weight * box.Y), _sum.Right + (weight * box.Right), _sum.Bottom + (weight * box.Bottom), _sum.Weight + weight);
}
