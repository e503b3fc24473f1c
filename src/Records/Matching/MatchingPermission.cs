using System.Collections.Immutable;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Matching;

/// <summary>Asks the comparing rule about one photo, against the rows as they stand.</summary>
internal static class MatchingPermission
{
    /// <summary>The choice that holds; null when none was ever made.</summary>
    public static Task<MatchingChoiceRow?> ChoiceAsync(RecordsContext db, CancellationToken cancellationToken) =>
        db.MatchingChoices.AsNoTracking().OrderByDescending(c => c.Sequence).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The photo's pool, when its faces may be compared; otherwise null.</summary>
    public static async Task<ImmutableHashSet<PersonId>?> PoolAsync(RecordsContext db, MediaId media, DateOnly today, CancellationToken cancellationToken)
    {
        if (await ChoiceAsync(db, cancellationToken) is not { IsOn: true } choice)
        {
            return null;
        }

        var isGroupOn = await db.Media.AnyAsync(m => m.Id == media && db.Groups.Any(g => g.Id == m.GroupId && g.IsMatched), cancellationToken);
        var pool = isGroupOn ? await new SceneReader(db, today).PoolAsync(media, cancellationToken) : null;
        var people = await new BiometricReader(db, today).ReadAsync(pool ?? [], cancellationToken);
        return ComparingRule.Allows(isGroupOn, choice.AdvisedOn is not null, pool, people, today) ? pool : null;
    }
}
