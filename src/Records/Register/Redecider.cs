using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Records.Register;

/// <summary>After a change of the register, decides the first of the photos it concerns again in the same transaction; the others are marked and follow within moments.</summary>
internal sealed class Redecider(DecisionEngine engine)
{
    /// <summary>As many as hold the lock for a moment only.</summary>
    internal const int AtOnce = 10;

    /// <param name="people">Everybody the change is about.</param>
    /// <returns>How many photos it concerns.</returns>
    public async Task<int> RunAsync(HeadTransaction head, IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        head.PeopleChanged(people);
        await head.FollowAsync(cancellationToken);
        var due = await head.DueAgainAsync(AtOnce, cancellationToken);
        foreach (var ground in (await head.LoadGroundsAsync(due, cancellationToken)).Values.Where(g => g.Status is >= MediaStatus.Seen and <= MediaStatus.Shredded))
        {
            await head.StoreAsync(ground, engine.Decide(ground.Scene, ground.Register, ground.Policy), cancellationToken);
        }

        await head.DecidedAgainAsync(due, cancellationToken);
        return head.Concerned;
    }
}
