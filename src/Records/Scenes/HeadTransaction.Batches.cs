using System.Collections.Immutable;
using System.Globalization;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

/// <remarks>Photos attested together go out together: while a drawn one waits for somebody who does not know the first answer, all of them do.</remarks>
public sealed partial class HeadTransaction
{
    /// <summary>The channels each photo is cleared for as the books stand.</summary>
    public async Task<ILookup<MediaId, ChannelId>> ClearedForAsync(IReadOnlyCollection<MediaId> media, CancellationToken cancellationToken) =>
        (await db.Verdicts.AsNoTracking().Where(v => v.IsCurrent && v.Verdict == Verdict.Cleared && media.Contains(v.MediaId)).ToListAsync(cancellationToken))
            .ToLookup(v => v.MediaId, v => new ChannelId(v.Channel));

    /// <summary>Notes that photos were attested together, and draws those that are looked at again before any of them is released.</summary>
    /// <param name="before">What each photo was cleared for before it was attested; the batch holds nothing there.</param>
    /// <param name="cleared">The photos that its word clears for a channel.</param>
    /// <returns>How many were drawn.</returns>
    public async Task<int> AddBatchAsync(
        NewBatch batch, UserId by, ILookup<MediaId, ChannelId> before, IReadOnlyCollection<MediaId> cleared, ILots lots, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var carried = await db.Batches.Where(b => b.By == by).OrderByDescending(b => b.At).ThenByDescending(b => b.Id).Select(b => b.Carried).FirstOrDefaultAsync(cancellationToken);
        var (looks, left) = SecondLooks.Of(carried, cleared.Count, lots);
        var row = new BatchRow
        {
            SchoolId = School,
            Id = Guid.CreateVersion7(),
            GroupId = batch.Group,
            Channel = batch.Channel.Value,
            By = by,
            At = Now,
            Listed = await PeopleSetAsync(batch.Listed, cancellationToken),
            Carried = left,
            State = looks > 0 ? BatchState.Waiting : BatchState.NotDrawn,
        };
        db.Batches.Add(row);
        if (looks > 0)
        {
            var drawn = Draw(cleared, looks, lots);
            foreach (var (media, tapped) in batch.Tapped)
            {
                db.BatchItems.Add(new BatchItemRow
                {
                    SchoolId = School,
                    BatchId = row.Id,
                    MediaId = media,
                    Before = string.Join(',', before[media]),
                    Tapped = await PeopleSetAsync(tapped, cancellationToken),
                    Look = drawn.Contains(media) ? LookState.Waiting : LookState.NotDrawn,
                });
            }
        }

        Audit("batch", row.Id.ToString("N"), string.Create(CultureInfo.InvariantCulture, $"{batch.Tapped.Count} photos {looks} drawn"), by);
        return looks;
    }

    /// <summary>
    /// Notes what somebody who does not know the first answer says of a drawn photo. The same: once every drawn photo has it, the batch is let go. Different, or
    /// not sure: the whole batch is held, and of this photo the graver of both answers stands, for every channel.
    /// </summary>
    /// <returns>What came of it, and the photos to be decided again.</returns>
    public async Task<(LookResult Result, IReadOnlyList<MediaId> Again)> LookAgainAsync(LookAnswer answer, UserId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var batch = await db.Batches.FirstOrDefaultAsync(b => b.Id == answer.Batch && b.State == BatchState.Waiting, cancellationToken);
        var items = await db.BatchItems.Where(i => i.BatchId == answer.Batch).ToListAsync(cancellationToken);
        if (batch is null || items.FirstOrDefault(i => i.MediaId == answer.Media && i.Look == LookState.Waiting) is not { } item)
        {
            return (LookResult.NotWaiting, []);
        }

        if (batch.By == by || await SceneReader.HasSpokenAsync(db, answer.Media, by, cancellationToken))
        {
            return (LookResult.NotTheirs, []);
        }

        var tapped = await db.PeopleSets.Where(s => s.SetId == item.Tapped).Select(s => s.PersonId).ToListAsync(cancellationToken);
        var agrees = answer.IsSure && answer.Saw.SetEquals(tapped);
        item.Look = agrees ? LookState.Agreed : LookState.Disagreed;
        item.LookedBy = by;
        item.LookedAt = Now;
        Audit("looked-again", answer.Media.ToString(), item.Look.ToString(), by);
        if (!agrees)
        {
            await DisputeAsync(batch, item, answer, tapped, by, cancellationToken);
        }
        else if (items.All(i => i.Look != LookState.Waiting))
        {
            End(batch, BatchState.Agreed);
        }

        await FlushAsync(cancellationToken);
        return (agrees ? LookResult.Agreed : LookResult.Disagreed, batch.State == BatchState.Waiting ? [] : [.. items.Select(i => i.MediaId)]);
    }

    /// <summary>
    /// Draws another photo of the batch for one that can't be shown any more, or of which a colleague has said something meanwhile and whose eyes are no second pair; the latter only while there is one of which none has. Once
    /// a day.
    /// </summary>
    /// <returns>How many batches wait no longer, because nothing of them is left to be shown.</returns>
    public async Task<int> DrawAnewAsync(ILots lots, CancellationToken cancellationToken)
    {
        var waiting = await db.Batches.Where(b => b.State == BatchState.Waiting).ToListAsync(cancellationToken);
        var ids = waiting.ConvertAll(b => b.Id);
        var items = (await db.BatchItems.Where(i => ids.Contains(i.BatchId)).ToListAsync(cancellationToken)).ToLookup(i => i.BatchId);
        var members = db.BatchItems.Where(i => ids.Contains(i.BatchId)).Select(i => i.MediaId);
        var shown = (await SceneReader.Showable(db).Where(m => members.Contains(m.Id)).Select(m => m.Id).ToListAsync(cancellationToken)).ToHashSet();
        var spokenOf = (await (
            from item in db.BatchItems
            join batch in db.Batches on item.BatchId equals batch.Id
            where batch.State == BatchState.Waiting && db.Attestations.Any(a => a.MediaId == item.MediaId && a.By != batch.By && a.Kind != AttestationKind.AskedFor && a.Kind != AttestationKind.NotAskedFor)
            select new { item.BatchId, item.MediaId }).ToListAsync(cancellationToken)).ToLookup(i => i.BatchId, i => i.MediaId);
        foreach (var batch in waiting)
        {
            var lost = items[batch.Id].Where(i => i.Look == LookState.Waiting && !shown.Contains(i.MediaId)).ToList();
            var rest = items[batch.Id].Where(i => i.Look == LookState.NotDrawn && shown.Contains(i.MediaId)).ToDictionary(i => i.MediaId);
            lost.ForEach(i => i.Look = LookState.NotDrawn);
            foreach (var media in Draw([.. rest.Keys], Math.Min(lost.Count, rest.Count), lots))
            {
                rest[media].Look = LookState.Waiting;
            }

            var spoken = spokenOf[batch.Id].ToHashSet();
            var known = items[batch.Id].Where(i => i.Look == LookState.Waiting && spoken.Contains(i.MediaId)).OrderBy(i => i.MediaId.Value).ToList();
            var unknown = items[batch.Id].Where(i => i.Look == LookState.NotDrawn && shown.Contains(i.MediaId) && !spoken.Contains(i.MediaId)).ToDictionary(i => i.MediaId);
            foreach (var (media, other) in Draw([.. unknown.Keys], Math.Min(known.Count, unknown.Count), lots).Zip(known))
            {
                (unknown[media].Look, other.Look) = (LookState.Waiting, LookState.NotDrawn);
            }

            if (items[batch.Id].All(i => i.Look != LookState.Waiting))
            {
                End(batch, BatchState.Agreed);
                Audit("batch-empty", batch.Id.ToString("N"), "", null);
            }
        }

        await FlushAsync(cancellationToken);
        return waiting.Count(b => b.State == BatchState.Agreed);
    }

    private async Task DisputeAsync(BatchRow batch, BatchItemRow item, LookAnswer answer, List<PersonId> tapped, UserId by, CancellationToken cancellationToken)
    {
        End(batch, BatchState.Disputed);
        item.Before = "";
        var more = answer.Saw.Except(tapped).Select(person => new NewAttestation(AttestationKind.InPicture) { Media = item.MediaId, Person = person }).ToList();
        if (more.Count > 0)
        {
            await AttestAsync(by, more, cancellationToken);
        }

        if (!answer.IsSure)
        {
            await RetractAsync(by, item.MediaId, AttestationKind.NobodyFromOutside, null, null, null, cancellationToken);
            await RetractAsync(by, item.MediaId, AttestationKind.NobodyElse, null, null, null, cancellationToken);
        }
    }

    private void End(BatchRow batch, BatchState state)
    {
        batch.State = state;
        batch.EndedAt = Now;
    }

    private static HashSet<MediaId> Draw(IEnumerable<MediaId> from, int count, ILots lots)
    {
        var left = from.OrderBy(m => m.Value).ToList();
        var drawn = new HashSet<MediaId>();
        while (drawn.Count < count)
        {
            var at = lots.Below(left.Count);
            drawn.Add(left[at]);
            left.RemoveAt(at);
        }

        return drawn;
    }
}
