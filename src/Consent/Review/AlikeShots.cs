using MediaGuard.Media;

namespace MediaGuard.Consent.Review;

/// <summary>Which pictures are of the same moment as one: shots people take one after the other of the same scene.</summary>
public static class AlikeShots
{
    /// <summary>Most time between two neighbours.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Of the same class, with as many faces, looking like the one shown, and taken with no longer a pause between them than <see cref="Apart"/>; in the order they were taken. Each is held against the one
    /// that is shown and not against its neighbour, so that a scene that changes slowly does not lead from one picture to quite another.
    /// </summary>
    public static IReadOnlyList<MediaId> To(Shot shown, IEnumerable<Shot> others)
    {
        ArgumentNullException.ThrowIfNull(shown);
        var alike = others.Where(other => other.Media != shown.Media && IsAlike(shown, other)).OrderBy(other => other.At).ThenBy(other => other.Media.Value).ToList();
        var before = WithoutPause(shown, alike.Where(other => other.At < shown.At).Reverse());
        return [.. before.Reverse(), .. WithoutPause(shown, alike.Where(other => other.At >= shown.At))];
    }

    private static bool IsAlike(Shot shown, Shot other) =>
        shown.Group is not null && other.Group == shown.Group && other.Faces == shown.Faces
        && shown.Likeness is { } one && other.Likeness is { } two && one.LooksLike(two);

    /// <summary>The shots from one on, each next to the one before, up to the first pause.</summary>
    private static IEnumerable<MediaId> WithoutPause(Shot shown, IEnumerable<Shot> away)
    {
        var last = shown.At;
        foreach (var shot in away.TakeWhile(shot => (shot.At - last).Duration() <= Apart))
        {
            last = shot.At;
            yield return shot.Media;
        }
    }
}
