using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using MediaGuard.Vision.Matching;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>What the codes of reasons that rest on a suggestion begin with.</summary>
    private const string LooksLike = "LooksLike";

    /// <summary>
    /// Notes what comparing said of the faces saved in this transaction. What may no longer be compared, or who is no longer enrolled, is left out.
    /// </summary>
    public async Task SuggestAsync(MediaId media, IReadOnlyCollection<FaceMatch> matches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matches);
        if (await MatchingPermission.PoolAsync(db, media, Today, cancellationToken) is null)
        {
            return;
        }

        var people = matches.Where(m => m.Person is not null).Select(m => m.Person!.Value).Distinct().ToList();
        var enrolled = await db.Templates.Where(t => people.Contains(t.PersonId)).Select(t => t.PersonId).ToListAsync(cancellationToken);
        foreach (var face in db.Faces.Local.Where(f => f.MediaId == media))
        {
            if (matches.FirstOrDefault(m => m.Face.Box == new PixelBox(face.X, face.Y, face.Width, face.Height)) is { } match && (match.Person is not { } who || enrolled.Contains(who)))
            {
                (face.Match, face.SuggestedPersonId) = (match.Answer, match.Person);
            }
        }
    }

    /// <summary>
    /// Notes that the faces saved in this transaction should have been compared and could not be: the boxes stay, but the photo counts as not looked at, and is
    /// held until it is looked at again. Nothing is noted when they may no longer be compared.
    /// </summary>
    public async Task NotComparedAsync(MediaId media, ReasonCode why, CancellationToken cancellationToken)
    {
        if (await MatchingPermission.PoolAsync(db, media, Today, cancellationToken) is not null && db.Media.Local.FirstOrDefault(m => m.Id == media) is { } row)
        {
            (row.Sight, row.SightFailure) = (Sight.Failed, why);
        }
    }

    /// <summary>Removes every suggestion, or those in one group's photos. A face whose suggestion holds its photo, or may hold it, becomes doubtful: nothing clears because matching was switched off.</summary>
    /// <remarks>Faces of other photos stay as they are: a doubt about each of them would call back copies that nothing speaks against.</remarks>
    private async Task RemoveSuggestionsAsync(GroupId? group, CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var suggested = db.Faces.Where(f => f.SuggestedPersonId != null && (group == null || db.Media.Any(m => m.Id == f.MediaId && m.GroupId == group)));
        var media = await suggested.Select(f => f.MediaId).Distinct().ToListAsync(cancellationToken);
        await suggested
            .Where(f => db.Media.Any(m => m.Id == f.MediaId && m.DecideAgain != null)
                || !db.Verdicts.Any(v => v.MediaId == f.MediaId && v.IsCurrent)
                || db.Verdicts.Any(v => v.MediaId == f.MediaId && v.IsCurrent && v.Reasons.Contains(LooksLike)))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.IsDoubtful, true), cancellationToken);
        await suggested.ExecuteUpdateAsync(
            set => set.SetProperty(f => f.SuggestedPersonId, default(PersonId?)).SetProperty(f => f.Match, MatchAnswer.NotCompared), cancellationToken);
        await db.Media.Where(m => media.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.SceneVersion, m => m.SceneVersion + 1), cancellationToken);
        await MarkAsync(db.Media.Where(m => media.Contains(m.Id) && db.Verdicts.Any(v => v.MediaId == m.Id && v.IsCurrent)), cancellationToken);
    }
}
