using System.Collections.Immutable;
using System.Globalization;
using MediaGuard.Consent.Decisions;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

/// <remarks>
/// The row of a rendition to be made is written with the word that asks for it. From that commit on the channel's scene is the redacted one, and
/// nothing leaves while it is not made. Making it again after a crash takes a new id; what the late one wrote is nobody's and swept.
/// </remarks>
public sealed partial class HeadTransaction
{
    /// <summary>From this share of the two boxes on a face found again is the face known before.</summary>
    private const double SameFace = 0.4;

    /// <summary>Takes redacted renditions that are still to be made, of one picture or of all; nobody else is given them before <paramref name="span"/> is over.</summary>
    public async Task<IReadOnlyList<RedactionOrder>> ClaimRedactionsAsync(MediaId? media, int atMost, TimeSpan span, CancellationToken cancellationToken)
    {
        var ready = db.Media.Where(m => m.RenditionId != null && m.Status >= MediaStatus.Seen && m.Status <= MediaStatus.Shredded);
        var due = await db.Renditions
            .Where(r => r.Kind == RenditionKind.Redacted && r.MadeAt == default(Instant) && r.ClaimedUntil <= Now && (media == null || r.MediaId == media) && ready.Any(m => m.Id == r.MediaId))
            .OrderBy(r => r.Id).Take(atMost).ToListAsync(cancellationToken);
        var ids = due.Select(r => r.MediaId).ToList();
        var cleaned = await ready.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.RenditionId!.Value, cancellationToken);
        var orders = new List<RedactionOrder>();
        foreach (var row in due)
        {
            var claimed = row;
            if (row.ClaimedUntil != default)
            {
                db.Renditions.Remove(row);
                claimed = ToBeMade(row.MediaId, row.Channel!, row.Recipe);
                (claimed.Sight, claimed.SightFailure) = (row.Sight, row.SightFailure);
                db.Renditions.Add(claimed);
            }

            claimed.ClaimedUntil = Now + span;
            orders.Add(new RedactionOrder(claimed.Id, claimed.MediaId, cleaned[claimed.MediaId], RedactionRecipe.Parse(claimed.Recipe)));
        }

        return orders;
    }

    /// <summary>
    /// Notes that a redacted rendition is made, flushed and equal, and what the detectors saw in it. False: it is not asked for any more, or
    /// somebody else makes it.
    /// </summary>
    public async Task<bool> SaveRedactedAsync(RedactionOrder order, CleanedPicture picture, ImmutableArray<byte> sha256, RedactedSight sight, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(sight);
        var row = await db.Renditions.FirstOrDefaultAsync(r => r.Id == order.Rendition && r.MadeAt == default(Instant), cancellationToken);
        if (row is null)
        {
            return false;
        }

        (row.Width, row.Height, row.Length, row.Sha256) = (picture.Width, picture.Height, picture.Jpeg.Length, [.. sha256]);
        row.Notes = string.Join(',', picture.Notes);
        row.MadeAt = Now;
        row.Sight = SightOf(sight.Failure);
        row.SightFailure = sight.Failure;
        row.ModelsVersion = string.Join('+', sight.Models);
        await AddFacesAsync(row, order.Redaction, sight, cancellationToken);
        await RaiseSceneVersionAsync(db.Media.Where(m => m.Id == order.Media), cancellationToken);
        Audit("redacted", order.Media.ToString(), $"{row.Channel} {row.Id}", null);
        return true;
    }

    /// <summary>Notes why a redacted rendition could not be made. Nobody is given it before <paramref name="longPause"/> is over, unless this is the first time.</summary>
    public async Task SaveNotRedactedAsync(RedactionOrder order, ReasonCode reason, TimeSpan longPause, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await db.Renditions.FirstOrDefaultAsync(r => r.Id == order.Rendition && r.MadeAt == default(Instant), cancellationToken) is not { } row)
        {
            return;
        }

        row.ClaimedUntil = row.Sight == Sight.Failed ? Now + longPause : row.ClaimedUntil;
        (row.Sight, row.SightFailure) = (Sight.Failed, reason);
    }

    /// <summary>The vault has lost a redacted rendition: it is to be made anew, and until then its channel has none. False: it is none that is made.</summary>
    public async Task<bool> RedactAnewAsync(RenditionId rendition, CancellationToken cancellationToken)
    {
        if (await db.Renditions.FirstOrDefaultAsync(r => r.Id == rendition && r.Kind == RenditionKind.Redacted && r.MadeAt != default(Instant), cancellationToken) is not { } row)
        {
            return false;
        }

        (row.MadeAt, row.Sight, row.SightFailure, row.ClaimedUntil) = (default, Sight.NotSeen, ReasonCode.None, Now);
        await RaiseSceneVersionAsync(db.Media.Where(m => m.Id == row.MediaId), cancellationToken);
        return true;
    }

    /// <summary>Writes down which redacted renditions are wanted now and not there; forgets those that were not begun and are not wanted any more.</summary>
    private async Task OrderRedactionsAsync(IReadOnlyCollection<MediaId> media, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var ids = media.Select(m => (MediaId?)m).ToList();
        var said = (await db.Attestations.Where(a => a.RetractedAt == null && ids.Contains(a.MediaId)
            && (a.Kind == AttestationKind.Blurred || a.Kind == AttestationKind.Cropped)).ToListAsync(cancellationToken)).ToLookup(a => a.MediaId!.Value);
        var rows = (await db.Renditions.Where(r => r.Kind == RenditionKind.Redacted && media.Contains(r.MediaId)).ToListAsync(cancellationToken)).ToLookup(r => r.MediaId);
        foreach (var one in media)
        {
            var wanted = RedactionRecipe.Of(said[one]).Select(r => (Channel: r.Key, Recipe: RedactionRecipe.Write(r.Value))).ToHashSet();
            db.Renditions.RemoveRange(rows[one].Where(r => r.MadeAt == default && !wanted.Contains((r.Channel!, r.Recipe))));
            db.Renditions.AddRange(wanted.Except(rows[one].Select(r => (Channel: r.Channel!, r.Recipe))).Select(w => ToBeMade(one, w.Channel, w.Recipe)));
        }
    }

    /// <summary>The faces are others now: every redacted rendition is made and looked at again.</summary>
    private async Task RedactAgainAsync(MediaId media, CancellationToken cancellationToken)
    {
        var rows = await db.Renditions.Where(r => r.Kind == RenditionKind.Redacted && r.MediaId == media).ToListAsync(cancellationToken);
        if (rows.Count > 0)
        {
            db.Renditions.RemoveRange(rows);
            await OrderRedactionsAsync([media], cancellationToken);
        }
    }

    private RenditionRow ToBeMade(MediaId media, string channel, string recipe) =>
        new() { SchoolId = School, Id = RenditionId.New(), MediaId = media, Kind = RenditionKind.Redacted, Channel = channel, Recipe = recipe };

    private async Task AddFacesAsync(RenditionRow row, PictureRedaction redaction, RedactedSight sight, CancellationToken cancellationToken)
    {
        await db.Faces.Where(f => f.RenditionId == row.Id).ExecuteDeleteAsync(cancellationToken);
        var all = await db.Faces.AsNoTracking().Where(f => f.MediaId == row.MediaId).ToListAsync(cancellationToken);
        var cleaned = await db.Media.Where(m => m.Id == row.MediaId).Select(m => m.RenditionId).SingleAsync(cancellationToken);
        var staying = all.Where(f => f.RenditionId == cleaned && !redaction.Removes(Box(f))).ToList();
        var number = all.Select(f => f.Number).DefaultIfEmpty(0).Max();
        var (left, top) = redaction.Kept is { } kept ? (kept.X, kept.Y) : (0, 0);
        foreach (var face in sight.Faces.OrderBy(f => f.Box.X))
        {
            var box = Moved(face.Box);
            var same = staying.OrderByDescending(f => Box(f).IntersectionOverUnion(box)).FirstOrDefault(f => Box(f).IntersectionOverUnion(box) >= SameFace);
            db.Faces.Add(new FaceRow
            {
                SchoolId = School,
                Id = FaceId.New(),
                MediaId = row.MediaId,
                RenditionId = row.Id,
                SameAs = same?.Id,
                Number = ++number,
                X = box.X,
                Y = box.Y,
                Width = box.Width,
                Height = box.Height,
                Confidence = face.Confidence,
                IsDoubtful = face.IsDoubtful,
                SeenBy = string.Join('+', face.SeenBy),
                Keypoints = string.Join(' ', face.Keypoints.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.X + left:0.#},{k.Y + top:0.#}"))),
            });
        }

        PixelBox Moved(PixelBox box) => box with { X = box.X + left, Y = box.Y + top };
        await SuggestAsync(row.MediaId, [.. sight.Matches.Select(m => m with { Face = m.Face with { Box = Moved(m.Face.Box) } })], cancellationToken);
    }

    private static PixelBox Box(FaceRow face) => new(face.X, face.Y, face.Width, face.Height);
}
