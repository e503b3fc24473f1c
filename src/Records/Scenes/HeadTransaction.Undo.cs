using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>How long somebody may take back their last word without looking for the picture.</summary>
    private static readonly TimeSpan UndoFor = TimeSpan.FromHours(12);

    /// <summary>
    /// Takes back what somebody said last, of whichever pictures: all of it that was said in one act, and nobody else's word. Asking for a channel is no such word.
    /// What the act had replaced and stands against the picture stands again; what speaks for it must be said anew.
    /// </summary>
    /// <returns>What was taken back, by picture, the oldest first; nothing when there is nothing, or it was said on a contact sheet, which others may have looked at since.</returns>
    public async Task<ILookup<MediaId, AttestationKind>> UndoAsync(UserId by, CancellationToken cancellationToken)
    {
        var since = Now - UndoFor;
        var own = db.Attestations.Where(a => a.By == by && a.RetractedAt == null && a.MediaId != null && a.At > since
            && a.Kind != AttestationKind.AskedFor && a.Kind != AttestationKind.NotAskedFor
            && db.Media.Any(m => m.Id == a.MediaId && m.Status <= MediaStatus.Shredded));
        var last = await own.OrderByDescending(a => a.At).Select(a => (Instant?)a.At).FirstOrDefaultAsync(cancellationToken);
        var said = await own.Where(a => a.At == last).ToListAsync(cancellationToken);
        if (await db.Batches.AnyAsync(b => b.By == by && b.At == last, cancellationToken))
        {
            said.Clear();
        }

        var media = said.Select(a => a.MediaId).Distinct().ToList();
        var replaced = await db.Attestations.Where(a => media.Contains(a.MediaId) && a.RetractedBy == by && a.RetractedAt == last
            && (a.Kind == AttestationKind.RefusedFor || a.Kind == AttestationKind.InPicture || a.Kind == AttestationKind.OnFace)).ToListAsync(cancellationToken);
        foreach (var word in replaced)
        {
            (word.RetractedAt, word.RetractedBy) = (null, null);
        }

        foreach (var words in said.GroupBy(a => (Media: a.MediaId!.Value, a.Kind)))
        {
            await RetractAsync(by, words.Key.Media, words.Key.Kind, [.. words], cancellationToken);
        }

        return said.OrderBy(a => a.MediaId!.Value.Value).ToLookup(a => a.MediaId!.Value, a => a.Kind);
    }
}
