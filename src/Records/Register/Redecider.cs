using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Records.Register;

/// <summary>After a change of the register, decides again in the same transaction every photo it concerns.</summary>
internal sealed class Redecider(DecisionEngine engine)
{
    private const int AtOnce = 400;

    /// <summary>Decides named photos again.</summary>
    public Task<int> AgainAsync(HeadTransaction head, IReadOnlyList<MediaId> media, CancellationToken cancellationToken) =>
        DecideAsync(head, media, _ => true, [], cancellationToken);

    /// <summary>Finds the photos and decides them again; what was changed must be flushed.</summary>
    /// <param name="worse">People of whom less may be shown than before, or who joined a class.</param>
    /// <param name="better">People of whom more may be shown.</param>
    /// <returns>How many photos were decided again.</returns>
    public async Task<int> RunAsync(
        HeadTransaction head, IReadOnlyCollection<PersonId> worse, IReadOnlyCollection<PersonId> better, CancellationToken cancellationToken)
    {
        var count = 0;
        var done = new HashSet<MediaId>();
        if (worse.Count > 0)
        {
            var people = worse.ToHashSet();
            count += await DecideAsync(head, await head.StandingPhotosOfAsync(worse, cancellationToken), g => MayShow(g.Scene, people), done, cancellationToken);
        }

        if (better.Count > 0)
        {
            var people = better.ToHashSet();
            count += await DecideAsync(head, await head.WaitingPhotosOfAsync(better, cancellationToken), g => MayShow(g.Scene, people), done, cancellationToken);
        }

        return count;
    }

    private async Task<int> DecideAsync(
        HeadTransaction head, IReadOnlyList<MediaId> media, Func<SceneGround, bool> isConcerned, HashSet<MediaId> done, CancellationToken cancellationToken)
    {
        var before = done.Count;
        foreach (var some in media.Where(m => !done.Contains(m)).Chunk(AtOnce))
        {
            foreach (var ground in (await head.LoadGroundsAsync(some, cancellationToken)).Values.Where(isConcerned))
            {
                await head.StoreAsync(ground, engine.Decide(ground.Scene, ground.Register, ground.Policy), cancellationToken);
                done.Add(ground.Scene.Media);
            }
        }

        return done.Count - before;
    }

    private static bool MayShow(Scene scene, HashSet<PersonId> people) =>
        people.Overlaps(scene.Named) || people.Overlaps(scene.NameHints) || people.Overlaps(PossiblePeople.Of(scene).People ?? scene.Pool ?? []);
}
