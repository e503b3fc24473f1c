using System.Collections.Concurrent;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey;

/// <summary>Makes verdicts anew where the register, the policy or the day has changed, a few at a time so that nobody waits long for the lock.</summary>
internal sealed class Redecider(IRecordsFactory records, IHeads heads, Decider decider, ILots lots, TimeProvider clock)
{
    /// <summary>As many as hold the lock for a moment only.</summary>
    public const int AtOnce = 50;

    private readonly ConcurrentDictionary<SchoolId, DateOnly> days = [];

    /// <summary>Goes on until nothing is left to decide again.</summary>
    /// <returns>How many photos were decided again, and copies whose period ended ordered back.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sum = 0;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            sum += await BeginDayAsync(school, cancellationToken);
            int count;
            do
            {
                count = await TurnAsync(school.Id, cancellationToken);
                sum += count;
            }
            while (count == AtOnce);
        }

        return sum;
    }

    private async Task<int> BeginDayAsync(SchoolInfo school, CancellationToken cancellationToken)
    {
        var today = Instant.Now(clock).DayIn(school.Zone);
        if (days.TryGetValue(school.Id, out var day) && day == today)
        {
            return 0;
        }

        await using var head = await heads.BeginAsync(school.Id, cancellationToken);
        var ended = await head.NewDayAsync(cancellationToken);
        await head.DrawAnewAsync(lots, cancellationToken);
        await head.CommitAsync(cancellationToken);
        days[school.Id] = today;
        return ended;
    }

    private async Task<int> TurnAsync(SchoolId school, CancellationToken cancellationToken)
    {
        if (!await heads.AnyDueAgainAsync(school, cancellationToken))
        {
            return 0;
        }

        await using var head = await heads.BeginAsync(school, cancellationToken);
        var count = await decider.DecideAgainAsync(head, AtOnce, cancellationToken);
        await head.CommitAsync(cancellationToken);
        return count;
    }
}
