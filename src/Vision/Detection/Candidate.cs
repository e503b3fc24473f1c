using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>A place where some model saw a face, with every model's score for it.</summary>
internal sealed class Candidate(PixelBox box, int models)
{
    private readonly float?[] _scores = new float?[models];

    public PixelBox Box { get; } = box;
    public ImmutableArray<PixelPoint> Keypoints { get; set; } = [];

    /// <summary>The best score of each model, in the order the models look; null where it saw nothing.</summary>
    public IReadOnlyList<float?> Scores => _scores;

    public void Note(int model, float score) => _scores[model] = Math.Max(_scores[model] ?? 0, score);
}
