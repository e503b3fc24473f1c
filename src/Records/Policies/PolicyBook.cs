using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Policies;

internal sealed class PolicyBook(IRecordsFactory factory, IHeads heads, TimeProvider clock) : IPolicyBook
{
    public async Task<PolicyState> ReadAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var current = await db.Heads.Select(h => h.PolicyVersion).SingleAsync(cancellationToken);
        var rows = await db.Policies.AsNoTracking().OrderBy(p => p.PolicyVersion).ToListAsync(cancellationToken);
        var users = rows.Where(r => r.MadeBy is not null).Select(r => r.MadeBy!.Value.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var documents = rows.ToDictionary(r => r.PolicyVersion, r => PolicyStore.Parse(r.Json));
        return new PolicyState(
            current,
            documents[current],
            [
                .. rows.Reverse<Rows.PolicyRow>().Select(r => new PolicyVersionLine(
                    r.PolicyVersion,
                    r.MadeAt,
                    r.MadeBy is { } by ? names.GetValueOrDefault(by.Value, Words.Text("somebody who has left")) : null,
                    documents.TryGetValue(r.PolicyVersion - 1, out var before) ? PolicyDifference.Between(before, documents[r.PolicyVersion]) : [])),
            ]);
    }

    public async Task<PolicyPreview> PreviewAsync(SchoolId school, IReadOnlyCollection<PolicyEdit> edits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edits);
        await using var db = factory.Open(school);
        var version = await db.Heads.Select(h => h.PolicyVersion).SingleAsync(cancellationToken);
        var before = await PolicyStore.DocumentAsync(db, version, cancellationToken);
        var problems = await ProblemsAsync(db, before, edits, cancellationToken);
        var after = PolicyEdit.Apply(before, edits);
        var changes = problems.Count > 0 ? [] : PolicyDifference.Between(before, after);
        if (problems.Count > 0 || changes.Count == 0)
        {
            return new PolicyPreview(version, problems, changes, 0, 0, 0, 0);
        }

        List<string> channels = changes.Any(c => SchoolDifference.OfEveryChannel.Contains(c.Code) && c.Channel is null)
            ? [.. after.Channels.Select(c => c.Channel)]
            : [.. changes.Select(c => c.Channel).OfType<string>().Distinct()];
        var now = Instant.Now(clock);
        var ending = 0;
        foreach (var channel in after.Channels.Where(c => c.PublishedForDays > 0))
        {
            ending += await HeadTransaction.PeriodOver(db, channel, now).CountAsync(cancellationToken);
        }

        return new PolicyPreview(
            version,
            problems,
            changes,
            await HeadTransaction.WithVerdict(db).CountAsync(cancellationToken),
            await db.Queue.CountAsync(q => channels.Contains(q.Channel) && q.State == QueueState.Waiting, cancellationToken),
            await db.Releases.CountAsync(r => channels.Contains(r.Channel) && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released), cancellationToken),
            ending);
    }

    public async Task<PolicyOutcome> ApplyAsync(SchoolId school, long from, IReadOnlyCollection<PolicyEdit> edits, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edits);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var version = head.Head.PolicyVersion;
        if (version != from)
        {
            return new PolicyOutcome(version, [Words.Text("Somebody changed the policy meanwhile. Look at what holds now, and say again what you want to change.")], 0);
        }

        var before = await PolicyStore.DocumentAsync(head.Context, version, cancellationToken);
        var after = PolicyEdit.Apply(before, edits);
        var problems = await ProblemsAsync(head.Context, before, edits, cancellationToken);
        var changes = problems.Count > 0 ? [] : PolicyDifference.Between(before, after);
        if (problems.Count > 0 || changes.Count == 0)
        {
            return new PolicyOutcome(version, problems.Count > 0 ? problems : [Words.Text("Nothing is other than it was.")], 0);
        }

        var isPurposeNew = Purposes.Of(after).ExceptBy(Purposes.Of(before).Select(p => p.Purpose), p => p.Purpose).Any();
        IReadOnlyList<PersonId> refusers = isPurposeNew ? await ProtectionNoes.RefusedAltogetherAsync(head, before, cancellationToken) : [];
        head.SetPolicy(after, by, string.Join(' ', changes.Select(c => c.Channel is null ? c.Code : $"{c.Channel}:{c.Code}")));
        await ProtectionNoes.FillAsync(head, after, await head.Context.People.Where(p => p.IsProtected).Select(p => p.Id).ToListAsync(cancellationToken), by, cancellationToken);
        await ProtectionNoes.FollowAsync(head, after, refusers, by, cancellationToken);
        await head.FollowAsync(cancellationToken);
        await head.EndPeriodsAsync(cancellationToken);
        await head.CommitAsync(cancellationToken);
        return new PolicyOutcome(version + 1, [], head.Concerned);
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(RecordsContext db, PolicyDocument before, IReadOnlyCollection<PolicyEdit> edits, CancellationToken cancellationToken)
    {
        List<string> problems = [.. PolicyRules.Problems(before, edits)];
        foreach (var channel in before.Channels.Where(c => edits.OfType<ChannelEdit>().Any(e => e.Channel == c.Channel && !e.IsUsed)))
        {
            var name = channel.Channel;
            if (name == ChannelId.Seesaw.Value || name == ChannelId.Website.Value || await db.Attestations.AnyAsync(a => a.Channel == name, cancellationToken)
                || await db.Verdicts.AnyAsync(v => v.Channel == name, cancellationToken) || await db.Releases.AnyAsync(r => r.Channel == name, cancellationToken))
            {
                problems.Add(Words.Text($"{channel.Name} can’t be taken out: photos were asked for it or went there. Nothing goes there unless somebody asks for it."));
            }
        }

        return problems;
    }
}
