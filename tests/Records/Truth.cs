using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>What was allowed when, told from what people said alone, without the engine, the queue or a verdict.</summary>
internal sealed class Truth
{
    private readonly List<PersonId> pool;
    private readonly ILookup<(PersonId, string), ConsentRow> consents;
    private readonly ILookup<MediaId, AttestationRow> said;

    private Truth(List<PersonId> pool, List<ConsentRow> consents, List<AttestationRow> said)
    {
        this.pool = pool;
        this.consents = consents.OrderBy(c => c.Sequence).ToLookup(c => (c.PersonId, c.Purpose));
        this.said = said.Where(a => a.MediaId is not null).ToLookup(a => a.MediaId!.Value);
        Changes = [.. consents.Select(c => c.RecordedAt.Microseconds).Distinct().Order()];
    }

    /// <summary>Every moment at which a family said something.</summary>
    public IReadOnlyList<long> Changes { get; }

    public static async Task<Truth> ReadAsync(RecordsContext db) => new(
        await db.People.Select(p => p.Id).ToListAsync(),
        await db.Consents.AsNoTracking().ToListAsync(),
        await db.Attestations.AsNoTracking().ToListAsync());

    /// <summary>Every moment at which something was said or taken back that bears on this photo.</summary>
    public IEnumerable<long> ChangesOf(MediaId media) =>
        Changes.Concat(said[media].SelectMany(a => new[] { a.At.Microseconds, a.RetractedAt?.Microseconds ?? a.At.Microseconds })).Distinct();

    /// <summary>Whether a photo might have gone to a channel at a moment. More may have stood against it, never less.</summary>
    public bool Allows(MediaId media, string channel, long moment)
    {
        var live = said[media].Where(a => a.At.Microseconds <= moment && (a.RetractedAt is not { } ended || ended.Microseconds > moment)).ToList();
        var asked = live.Where(a => a.Channel == channel && a.Kind is AttestationKind.AskedFor or AttestationKind.NotAskedFor).OrderBy(a => a.At.Microseconds).LastOrDefault();
        if (asked is null ? channel != "seesaw" : asked.Kind != AttestationKind.AskedFor)
        {
            return false;
        }

        var named = live.Where(a => a.Kind == AttestationKind.InPicture).Select(a => a.PersonId!.Value).ToHashSet();
        var absent = live.Where(a => a.Kind == AttestationKind.Absent).Select(a => a.PersonId!.Value).ToHashSet();
        return (live.Any(a => a.Kind == AttestationKind.NobodyElse) && named.All(p => SaysYes(p, channel, moment)))
            || (live.Any(a => a.Kind == AttestationKind.NobodyFromOutside) && named.Union(pool.Except(absent)).All(p => SaysYes(p, channel, moment)));
    }

    private bool SaysYes(PersonId person, string purpose, long moment) =>
        consents[(person, purpose)].LastOrDefault(c => c.RecordedAt.Microseconds <= moment)?.Answer is ConsentAnswer.Given;
}
