using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Seals;

namespace MediaGuard.Journey.Review;

/// <summary>Puts pictures under seal, and those whose worry was written down while a step was at work on them as soon as it is over. The books say which.</summary>
internal sealed class SealRunner(IRecordsFactory records, IHeads heads, ISealBook seals, Decider decider, LookCache looks, Wake wake)
{
    /// <summary>Puts under seal what can be in every school.</summary>
    /// <returns>How many went under seal.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            foreach (var pending in await seals.PendingAsync(school.Id, cancellationToken))
            {
                count += await SealAsync(school.Id, pending, cancellationToken) == SealOutcome.Sealed ? 1 : 0;
            }
        }

        if (count > 0)
        {
            wake.Up();
        }

        return count;
    }

    /// <summary>Puts it under seal, or writes the worry down: one or the other is committed.</summary>
    public async Task<SealOutcome> SealOrNoteAsync(SchoolId school, PendingSeal seal, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var outcome = await head.SealAsync(seal.Media, seal.Why, seal.IsIllegal, seal.By, cancellationToken);
        if (outcome != SealOutcome.Sealed)
        {
            await head.NoteWorryAsync(seal.Media, outcome, seal.Why, seal.IsIllegal, seal.By, cancellationToken);
            await head.FlushAsync(cancellationToken);
            await decider.DecideAsync(head, [seal.Media], cancellationToken);
        }

        await head.CommitAsync(cancellationToken);
        looks.Forget(seal.Media);
        return outcome == SealOutcome.AtWork ? SealOutcome.Noted : outcome;
    }

    /// <summary>Puts it under seal, if no step is at work on it.</summary>
    public async Task<SealOutcome> SealAsync(SchoolId school, PendingSeal pending, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var outcome = await head.SealAsync(pending.Media, pending.Why, pending.IsIllegal, pending.By, cancellationToken);
        if (outcome == SealOutcome.Sealed)
        {
            await head.CommitAsync(cancellationToken);
            looks.Forget(pending.Media);
        }

        return outcome;
    }
}
