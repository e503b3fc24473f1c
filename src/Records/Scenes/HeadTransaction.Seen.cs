using System.Collections.Immutable;
using System.Globalization;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>Stores what the detectors saw on the leased item's rendition, in place of what was seen before. Boxes drawn by hand stay.</summary>
    /// <param name="poor">Why faces can't be found reliably in this picture; None when they can. What no person may lift counts as not having looked.</param>
    public async Task SaveSeenAsync(Lease lease, ImmutableArray<FaceRegion> faces, ImmutableArray<string> models, ReasonCode poor, CancellationToken cancellationToken)
    {
        var row = await StartSeenAsync(lease, cancellationToken);
        row.Sight = SightOf(poor);
        row.SightFailure = poor;
        row.ModelsVersion = string.Join('+', models);
        var number = await db.Faces.Where(f => f.MediaId == row.Id && f.SeenBy == FaceRow.Hand).MaxAsync(f => (int?)f.Number, cancellationToken) ?? 0;
        db.Faces.AddRange(faces.OrderBy(f => f.Box.X).Select(f => new FaceRow
        {
            SchoolId = School,
            Id = FaceId.New(),
            MediaId = row.Id,
            RenditionId = row.RenditionId!.Value,
            Number = ++number,
            X = f.Box.X,
            Y = f.Box.Y,
            Width = f.Box.Width,
            Height = f.Box.Height,
            Confidence = f.Confidence,
            IsDoubtful = f.IsDoubtful,
            SeenBy = string.Join('+', f.SeenBy),
            Keypoints = string.Join(' ', f.Keypoints.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.X:0.#},{k.Y:0.#}"))),
        }));
    }

    /// <summary>Stores what the item's rendition looks like.</summary>
    /// <param name="likeness">Null when it looks like nothing in particular.</param>
    public Task SaveLikenessAsync(MediaId media, PerceptualHash? likeness, CancellationToken cancellationToken) =>
        db.Media.Where(m => m.Id == media).ExecuteUpdateAsync(set => set.SetProperty(m => m.Likeness, likeness), cancellationToken);

    /// <summary>Stores that the detectors could not look, and why: unknown is no.</summary>
    public async Task SaveUnseenAsync(Lease lease, ReasonCode why, CancellationToken cancellationToken)
    {
        var row = await StartSeenAsync(lease, cancellationToken);
        row.Sight = Sight.Failed;
        row.SightFailure = why;
        row.ModelsVersion = "";
    }

    /// <summary>A doubt about a picture is something seen; a failure is not.</summary>
    private static Sight SightOf(ReasonCode failure) => failure is ReasonCode.None || failure.IsDischargeable() ? Sight.Seen : Sight.Failed;

    private async Task<MediaRow> StartSeenAsync(Lease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var row = await ItemLedger.LeasedRowAsync(db, lease, cancellationToken);
        row.Status = MediaStatus.Seen;
        row.SceneVersion++;
        ItemLedger.EndLease(row, Now);
        await db.Faces.Where(f => f.MediaId == row.Id && f.RenditionId == row.RenditionId && f.SeenBy != FaceRow.Hand).ExecuteDeleteAsync(cancellationToken);
        await RedactAgainAsync(row.Id, cancellationToken);
        return row;
    }
}
