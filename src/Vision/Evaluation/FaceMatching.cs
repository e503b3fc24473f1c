using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Evaluation;

/// <summary>Which box shows which labelled face.</summary>
internal static class FaceMatching
{
    /// <summary>A box that overlaps a label so far shows its face.</summary>
    public const double LeastOverlap = 0.3;

    /// <summary>For each label the number of its box, or -1. Each box shows one face: the pairs that overlap most come first.</summary>
    public static ImmutableArray<int> Match(IReadOnlyList<PixelBox> labels, IReadOnlyList<PixelBox> boxes)
    {
        var found = Enumerable.Repeat(-1, labels.Count).ToArray();
        var pairs = from l in Enumerable.Range(0, labels.Count)
                    from b in Enumerable.Range(0, boxes.Count)
                    let overlap = labels[l].IntersectionOverUnion(boxes[b])
                    where overlap >= LeastOverlap
                    orderby overlap descending
                    select (l, b);
        var taken = new HashSet<int>();
        foreach (var (label, box) in pairs)
        {
            if (found[label] < 0 && taken.Add(box))
            {
                found[label] = box;
            }
        }

        return [.. found];
    }
}
