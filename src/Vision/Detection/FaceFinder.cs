using System.Buffers;
using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Vision.Detection;

/// <remarks>
/// Every proposer looks at the picture, every confirmer at each proposal. A picture without a plain face, one sure to two
/// models and standing upright, is looked at again in the three other orientations, coarsely: what is plain there counts.
/// </remarks>
internal sealed class FaceFinder(
    IEnumerable<IFaceProposer> proposers, IEnumerable<IFaceConfirmer> confirmers, ModelSessions sessions, TimeProvider time, ILogger<FaceFinder> logger) : IFaceFinder
{
    private const int TurnedLongSide = 960;

    public FaceSighting Find(PixelImage picture, CancellationToken cancellationToken) => Find(new LayeredPicture(picture), cancellationToken);

    public FaceSighting Find(LayeredPicture picture, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        try
        {
            return Look(picture, Open(), cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or MediaException))
        {
            LogMessages.DetectionFailed(logger, e);
            throw new MediaException(ReasonCode.DetectorFailed, e);
        }
    }

    private FaceSearch Open() => new(
        [.. from p in proposers let model = sessions.Open(p.Model) where model is not null select (p, model)],
        [.. from c in confirmers let model = sessions.Open(c.Model) where model is not null select (c, model)]);

    private FaceSighting Look(LayeredPicture picture, FaceSearch search, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var pyramid = new PicturePyramid(picture);
        var candidates = search.Look(pyramid, SearchEffort.Full, cancellationToken);
        var faces = Judge(candidates, search, picture.Width, picture.Height).ToList();
        if (!faces.Exists(IsPlain))
        {
            for (var turns = 1; turns <= 3; turns++)
            {
                Add(faces, Turned(pyramid, turns, search, cancellationToken));
            }
        }

        var sorted = faces.OrderBy(f => f.IsDoubtful).ThenByDescending(f => f.Confidence).ThenBy(f => f.Box.X).ThenBy(f => f.Box.Y).ToImmutableArray();
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var sure = sorted.Count(f => !f.IsDoubtful);
            var milliseconds = time.GetElapsedTime(started).TotalMilliseconds;
            LogMessages.FacesFound(logger, sure, sorted.Length - sure, candidates.Count, milliseconds);
        }

        return new FaceSighting(sorted, [.. search.Versions])
        {
            Poor = search.IsOverrun ? ReasonCode.DetectorFailed : PictureQuality.Of(pyramid).Poor,
            Unlikely = Unlikely(candidates, search, picture, sorted),
        };
    }

    private static IEnumerable<FaceRegion> Judge(List<Candidate> candidates, FaceSearch search, int width, int height) =>
        CutOffFaces.Without(candidates.Select(c => FaceJudge.Judge(c, search.Evidence, width, height)).OfType<FaceRegion>());

    private static ImmutableArray<FaceRegion> Unlikely(List<Candidate> candidates, FaceSearch search, LayeredPicture picture, ImmutableArray<FaceRegion> shown) =>
    [
        .. CutOffFaces.Without(candidates.Select(c => FaceJudge.Unlikely(c, search.Evidence, picture.Width, picture.Height)).OfType<FaceRegion>())
            .Where(f => !shown.Any(s => CandidateMerger.AreSame(f.Box, s.Box))),
    ];

    private static List<FaceRegion> Turned(PicturePyramid picture, int turns, FaceSearch search, CancellationToken cancellationToken)
    {
        var level = picture.At((int)Math.Max(0, Math.Ceiling(Math.Log2((double)picture.LongSide / TurnedLongSide))));
        var turn = new QuarterTurn(turns, level.Width, level.Height);
        var (width, height) = turns % 2 == 0 ? (level.Width, level.Height) : (level.Height, level.Width);
        var buffer = ArrayPool<byte>.Shared.Rent(width * height * 3);
        try
        {
            turn.Turn(level.Rgb, buffer);
            using var turned = new PicturePyramid(width, height, buffer);
            var candidates = search.Look(turned, SearchEffort.Quick, cancellationToken);
            return [.. Judge(candidates, search, width, height).Where(IsPlain).Select(f => Back(f, turn, 1 / level.Scale))];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Keypoints: the eyes first, the mouth fourth.
    private static bool IsPlain(FaceRegion face) =>
        face is { IsDoubtful: false, SeenBy.Length: > 1, Keypoints: { Length: >= 4 } points } && points[0].Y < points[3].Y && points[1].Y < points[3].Y;

    private static FaceRegion Back(FaceRegion face, QuarterTurn turn, double scale)
    {
        var box = turn.Back(face.Box);
        return face with
        {
            Box = new PixelBox(box.X * scale, box.Y * scale, box.Width * scale, box.Height * scale),
            Keypoints = [.. face.Keypoints.Select(turn.Back).Select(p => new PixelPoint(p.X * scale, p.Y * scale))],
        };
    }

    // Of two views of one face the more confident stays.
    private static void Add(List<FaceRegion> faces, List<FaceRegion> more)
    {
        foreach (var face in more)
        {
            var same = faces.FindAll(f => CandidateMerger.AreSame(f.Box, face.Box));
            if (same.TrueForAll(f => f.Confidence < face.Confidence))
            {
                faces.RemoveAll(same.Contains);
                faces.Add(face);
            }
        }
    }
}
