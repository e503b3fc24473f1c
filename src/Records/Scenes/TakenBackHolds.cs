using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

/// <summary>
/// What was taken back from a channel is held there from its recall on, and anew from each yes of somebody who may be in it, until somebody says
/// something of the picture for that channel or for all. Where its channel's period was over, only a word for that channel counts, whichever rendition leaves by then.
/// </summary>
/// <remarks>So what was said while a no stood lets nothing out once it is a yes: consent given again publishes nothing by itself (decision 0012).</remarks>
internal sealed class TakenBackHolds
{
    private readonly ILookup<MediaId, ReleaseRow> recalled;
    private readonly HashSet<(MediaId Media, string Channel, RenditionId? Rendition)> outside;
    private readonly ILookup<(PersonId Person, PurposeId Purpose), long> yeses;
    private readonly SchoolPolicy policy;

    private TakenBackHolds(List<ReleaseRow> releases, IEnumerable<ConsentRow> yeses, SchoolPolicy policy)
    {
        recalled = releases.Where(IsTakenBack).ToLookup(r => r.MediaId);
        outside = [.. releases.Where(r => !IsTakenBack(r)).Select(r => (r.MediaId, r.Channel, (RenditionId?)r.RenditionId))];
        this.yeses = yeses.ToLookup(c => (c.PersonId, new PurposeId(c.Purpose)), c => c.RecordedAt.Microseconds);
        this.policy = policy;
    }

    /// <param name="people">Everybody an item may show.</param>
    public static async Task<TakenBackHolds> ReadAsync(
        RecordsContext db, IReadOnlyCollection<MediaId> media, SchoolPolicy policy, Func<MediaId, IEnumerable<PersonId>> people, CancellationToken cancellationToken)
    {
        var releases = await db.Releases.AsNoTracking().Where(r => media.Contains(r.MediaId)).ToListAsync(cancellationToken);
        var asked = releases.Where(IsTakenBack).Select(r => r.MediaId).Distinct().SelectMany(people).Distinct().ToList();
        var said = asked.Count == 0 ? [] : await db.Consents.AsNoTracking().Where(c => asked.Contains(c.PersonId)).ToListAsync(cancellationToken);
        return new TakenBackHolds(releases, GivenAgain(said), policy);
    }

    /// <summary>Channels a rendition is held at.</summary>
    /// <param name="scene">Its scene; who cannot be in it holds nothing by saying yes.</param>
    public ImmutableHashSet<ChannelId> Of(Scene scene, RenditionId? rendition, IEnumerable<AttestationRow> said)
    {
        var here = recalled[scene.Media].Where(r => r.RenditionId == rendition || r.IsPeriodOver).ToList();
        if (here.Count == 0)
        {
            return [];
        }

        var possible = PossiblePeople.Of(scene).People ?? scene.Named.Union(scene.Pool ?? []);
        var words = said.Where(a => a.MediaId is not null).ToList();
        return
        [
            .. here.Where(r => HeldSince(r, rendition, possible) >= words.Where(a => a.Channel == r.Channel || (a.Channel is null && !r.IsPeriodOver)).Select(a => a.At.Microseconds).DefaultIfEmpty(long.MinValue).Max())
                .Select(r => new ChannelId(r.Channel)),
        ];
    }

    /// <remarks>What is said in the transaction that takes it back is not since. Where a copy is out again somebody has let it go, and a yes takes nothing back.</remarks>
    private long HeldSince(ReleaseRow copy, RenditionId? rendition, ImmutableHashSet<PersonId> possible)
    {
        var since = copy.RecallingAt!.Value.Microseconds;
        return outside.Contains((copy.MediaId, copy.Channel, rendition)) || !policy.Channels.TryGetValue(new ChannelId(copy.Channel), out var channel)
            ? since
            : possible.SelectMany(person => channel.Purposes.SelectMany(purpose => yeses[(person, purpose)])).Append(since).Max();
    }

    /// <summary>Each yes but those that say again what held already.</summary>
    private static IEnumerable<ConsentRow> GivenAgain(IEnumerable<ConsentRow> said)
    {
        foreach (var ofOne in said.GroupBy(c => (c.PersonId, c.Purpose)))
        {
            ConsentRow? before = null;
            foreach (var record in ofOne.OrderBy(c => c.Sequence))
            {
                var held = before is { Answer: ConsentAnswer.Given } && (before.Until is null || before.Until >= record.From);
                if (record.Answer is ConsentAnswer.Given && !held)
                {
                    yield return record;
                }

                before = record;
            }
        }
    }

    private static bool IsTakenBack(ReleaseRow release) => release.RecallingAt is not null && release.State is ReleaseState.Recalling or ReleaseState.Recalled;
}
