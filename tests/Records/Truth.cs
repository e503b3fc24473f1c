using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>What was allowed when, told from what people said alone, without the engine, the queue or a verdict.</summary>
internal sealed class Truth
{
    private readonly ILookup<(PersonId, string), ConsentRow> consents;
    private readonly ILookup<MediaId, AttestationRow> said;
    private readonly List<AuditRow> audit;
    private readonly List<(long At, PolicyDocument Document)> policies;
    private readonly GroupId own;
    private readonly ILookup<PersonId, MembershipRow> memberships;
    private readonly Dictionary<MediaId, DateOnly[]> days;
    private readonly List<long> withdrawals;

    private Truth(GroupId own, List<ConsentRow> consents, List<AttestationRow> said, List<AuditRow> audit, List<PolicyRow> policies, List<MembershipRow> memberships, Dictionary<MediaId, DateOnly[]> days)
    {
        this.own = own;
        this.audit = audit;
        this.memberships = memberships.ToLookup(m => m.PersonId);
        this.days = days;
        this.consents = consents.OrderBy(c => c.Sequence).ToLookup(c => (c.PersonId, c.Purpose));
        this.said = said.Where(a => a.MediaId is not null).ToLookup(a => a.MediaId!.Value);
        this.policies = [.. policies.OrderBy(p => p.PolicyVersion).Select(p => (p.MadeAt.Microseconds, PolicyStore.Parse(p.Json)))];
        withdrawals = [.. consents.Select(c => c.RecordedAt.Microseconds).Concat(audit.Where(a => a.Act is "person-protected" or "protection-ended").Select(a => a.At.Microseconds)).Distinct().Order()];
    }

    public static async Task<Truth> ReadAsync(RecordsContext db, GroupId own) => new(
        own,
        await db.Consents.AsNoTracking().ToListAsync(),
        await db.Attestations.AsNoTracking().ToListAsync(),
        await db.Audit.AsNoTracking().OrderBy(a => a.Sequence).ToListAsync(),
        await db.Policies.AsNoTracking().ToListAsync(),
        await db.Memberships.AsNoTracking().ToListAsync(),
        (await db.Media.AsNoTracking().Select(m => new { m.Id, m.ArrivedOn, m.TakenOn }).ToListAsync()).ToDictionary(m => m.Id, m => m.TakenOn is { } taken ? new[] { m.ArrivedOn, taken } : [m.ArrivedOn]));

    /// <summary>Every moment at which something that recalls in its own transaction was said of this photo or by a family.</summary>
    public IEnumerable<long> ChangesOf(MediaId media) =>
        withdrawals.Concat(said[media].SelectMany(a => new[] { a.At.Microseconds, a.RetractedAt?.Microseconds ?? a.At.Microseconds })).Distinct();

    /// <summary>Whether a photo might have gone to a channel at a moment. More may have stood against it, never less.</summary>
    public bool Allows(MediaId media, string channel, long moment) => Allows(media, channel, moment, moment, staysOut: false);

    /// <summary>What stood of a photo at a moment, by ids, for whoever must find out why something left.</summary>
    public string Explain(MediaId media, string channel, long moment)
    {
        var live = said[media].Where(a => a.At.Microseconds <= moment && (a.RetractedAt is not { } ended || ended.Microseconds > moment));
        var words = string.Join(", ", live.Select(a => $"{a.Kind} {a.Channel} {a.PersonId} {a.GroupId}".TrimEnd()));
        var purposes = policies.Last(p => p.At <= moment).Document.Channels.Single(c => c.Channel == channel).Purposes;
        var people = live.Where(a => a.PersonId is not null).Select(a => a.PersonId!.Value).Concat(MembersOf(own, media, moment)).Distinct();
        return words + "; no: " + string.Join(", ", people.Where(p => !purposes.All(x => SaysYes(p, x, moment, false)))
            .Select(p => $"{p} ({string.Join(' ', purposes.Select(x => consents[(p, x)].LastOrDefault(c => c.RecordedAt.Microseconds <= moment) is { } c ? $"{x} {c.Answer} {c.How} {c.From}..{c.Until}" : $"{x} nothing"))})"));
    }

    /// <summary>Whether a copy that left may still be out at a moment: a yes that ended by itself, and leaving, call nothing back.</summary>
    /// <param name="since">Who had joined and which policy held; those who came later are followed afterwards, not in the same transaction.</param>
    public bool MayStayOut(MediaId media, string channel, long moment, long since) => Allows(media, channel, moment, since, staysOut: true);

    private bool Allows(MediaId media, string channel, long moment, long since, bool staysOut)
    {
        var live = said[media].Where(a => a.At.Microseconds <= moment && (a.RetractedAt is not { } ended || ended.Microseconds > moment)).ToList();
        var asked = live.Where(a => a.Channel == channel && a.Kind is AttestationKind.AskedFor or AttestationKind.NotAskedFor).OrderBy(a => a.At.Microseconds).LastOrDefault();
        if (asked is null ? channel != "seesaw" : asked.Kind != AttestationKind.AskedFor)
        {
            return false;
        }

        if (live.Any(a => a.Kind == AttestationKind.RefusedFor && (a.Channel is null || a.Channel == channel)))
        {
            return false;
        }

        var purposes = policies.Last(p => p.At <= since).Document.Channels.Single(c => c.Channel == channel).Purposes;
        bool Yes(PersonId person) => purposes.All(purpose => SaysYes(person, purpose, moment, staysOut));
        var named = live.Where(a => a.Kind == AttestationKind.InPicture).Select(a => a.PersonId!.Value).ToHashSet();
        var absent = live.Where(a => a.Kind == AttestationKind.Absent).Select(a => a.PersonId!.Value).ToHashSet();
        var pool = live.Where(a => a.Kind == AttestationKind.PoolAddsGroup).Select(a => a.GroupId!.Value).Append(own).Distinct().SelectMany(group => MembersOf(group, media, since));
        return (live.Any(a => a.Kind == AttestationKind.NobodyElse) && named.All(Yes))
            || (live.Any(a => a.Kind == AttestationKind.NobodyFromOutside) && named.Union(pool.Except(absent)).All(Yes));
    }

    /// <remarks>Whoever joins a class later than the photo's days is not in it.</remarks>
    private IEnumerable<PersonId> MembersOf(GroupId group, MediaId media, long moment) =>
        audit.Where(a => a.Act == "membership-added" && a.Detail == group.ToString() && a.At.Microseconds <= moment).Select(a => new PersonId(Guid.Parse(a.Subject)))
            .Where(p => memberships[p].Any(m => m.GroupId == group && days[media].Any(d => m.From <= d && (m.Until is null || m.Until >= d))));

    private bool SaysYes(PersonId person, string purpose, long moment, bool staysOut)
    {
        var of = person.ToString();
        if (audit.LastOrDefault(a => a.Act is "person-protected" or "protection-ended" && a.Subject == of && a.At.Microseconds <= moment)?.Act == "person-protected")
        {
            return false;
        }

        var last = consents[(person, purpose)].LastOrDefault(c => c.RecordedAt.Microseconds <= moment);
        if (last?.Answer is not ConsentAnswer.Given)
        {
            return false;
        }

        var ended = last.Until < new Instant(moment).DayIn(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        var left = audit.LastOrDefault(a => a.Act == "person-edited" && a.Subject == of && a.At.Microseconds <= moment)?.Detail == "left";
        return staysOut || !(ended || left);
    }
}
