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
    private readonly Dictionary<FaceId, double> lefts;
    private readonly List<long> withdrawals;

    private Truth(GroupId own, List<ConsentRow> consents, List<AttestationRow> said, List<AuditRow> audit, List<PolicyRow> policies, List<MembershipRow> memberships, Dictionary<MediaId, DateOnly[]> days, Dictionary<FaceId, double> lefts)
    {
        this.own = own;
        this.lefts = lefts;
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
        (await db.Media.AsNoTracking().Select(m => new { m.Id, m.ArrivedOn, m.TakenOn }).ToListAsync()).ToDictionary(m => m.Id, m => m.TakenOn is { } taken ? new[] { m.ArrivedOn, taken } : [m.ArrivedOn]),
        await db.Faces.AsNoTracking().ToDictionaryAsync(f => f.Id, f => f.X));

    /// <summary>Every moment at which something that recalls in its own transaction was said of this photo or by a family.</summary>
    public IEnumerable<long> ChangesOf(MediaId media) =>
        withdrawals.Concat(said[media].SelectMany(a => new[] { a.At.Microseconds, a.RetractedAt?.Microseconds ?? a.At.Microseconds })).Distinct();

    /// <summary>Whether this rendition of a photo might have gone to a channel at a moment. More may have stood against it, never less.</summary>
    public bool Allows(MediaId media, RenditionId rendition, string channel, long moment) => Allows(media, rendition, channel, moment, moment, leftAt: null);

    /// <summary>What stood of a photo at a moment, by ids, for whoever must find out why something left.</summary>
    public string Explain(MediaId media, string channel, long moment)
    {
        var live = said[media].Where(a => a.At.Microseconds <= moment && (a.RetractedAt is not { } ended || ended.Microseconds > moment));
        var words = string.Join(", ", live.Select(a => $"{a.Kind} {a.Channel} {a.PersonId} {a.GroupId}".TrimEnd()));
        var purposes = policies.Last(p => p.At <= moment).Document.Channels.Single(c => c.Channel == channel).Purposes;
        var people = live.Where(a => a.PersonId is not null).Select(a => a.PersonId!.Value).Concat(MembersOf(own, media, moment)).Distinct();
        return words + "; no: " + string.Join(", ", people.Where(p => !purposes.All(x => SaysYes(p, x, moment, null)))
            .Select(p => $"{p} ({(HasLeft(p, moment) ? "left " : "")}{(IsProtected(p, moment) ? "protected " : "")}{string.Join(' ', purposes.Select(x => consents[(p, x)].LastOrDefault(c => c.RecordedAt.Microseconds <= moment) is { } c ? $"{x} {c.Answer} {c.How} {c.From}..{c.Until}" : $"{x} nothing"))})"));
    }

    /// <summary>Whether a copy that left may still be out at a moment: a yes that ended by itself, and leaving, call nothing back if they came after it left.</summary>
    /// <param name="since">Who had joined and which policy held; those who came later are followed afterwards, not in the same transaction.</param>
    public bool MayStayOut(ReleaseRow release, long moment, long since) => Allows(release.MediaId, release.RenditionId, release.Channel, moment, since, release.LeavingAt.Microseconds);

    private bool Allows(MediaId media, RenditionId rendition, string channel, long moment, long since, long? leftAt)
    {
        var live = said[media].Where(a => a.At.Microseconds <= moment && (a.RetractedAt is not { } ended || ended.Microseconds > moment)).ToList();
        var blurred = live.FindAll(a => a.Kind == AttestationKind.Blurred && a.Channel == channel);
        if (blurred.Count == 0 != (rendition.Value == media.Value))
        {
            return false; // the picture as it is while somebody is to be blurred, or a blurred one nobody asks for any more
        }

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
        var gone = live.Where(a => a.Kind == AttestationKind.OnFace && blurred.Exists(b => b.FaceId == a.FaceId || !lefts.TryGetValue(a.FaceId!.Value, out var left) || left == b.X)).Select(a => a.PersonId!.Value).ToHashSet();
        bool Yes(PersonId person) => gone.Contains(person) || purposes.All(purpose => SaysYes(person, purpose, moment, leftAt));
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

    /// <param name="leftAt">When the copy left that may stay out although the yes has ended since; null for whether one may leave.</param>
    private bool SaysYes(PersonId person, string purpose, long moment, long? leftAt)
    {
        if (IsProtected(person, moment))
        {
            return false;
        }

        var last = consents[(person, purpose)].LastOrDefault(c => c.RecordedAt.Microseconds <= moment);
        if (last?.Answer is not ConsentAnswer.Given)
        {
            return false;
        }

        var from = leftAt ?? moment;
        return !(last.Until < new Instant(from).DayIn(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"))) && !(HasLeft(person, moment) && LastLeft(person, moment) <= from);
    }

    private bool IsProtected(PersonId person, long moment) => LastOf(person, moment, "person-protected", "protection-ended")?.Act == "person-protected";

    /// <summary>Since when somebody has left, who was not back in between.</summary>
    private long LastLeft(PersonId person, long moment)
    {
        var of = person.ToString();
        return audit.Where(a => a.Act == "person-edited" && a.Subject == of && a.At.Microseconds <= moment).Reverse().TakeWhile(a => a.Detail == "left").Last().At.Microseconds;
    }

    private bool HasLeft(PersonId person, long moment) => LastOf(person, moment, "person-edited")?.Detail == "left";

    private AuditRow? LastOf(PersonId person, long moment, params string[] acts)
    {
        var of = person.ToString();
        return audit.LastOrDefault(a => acts.Contains(a.Act) && a.Subject == of && a.At.Microseconds <= moment);
    }
}
