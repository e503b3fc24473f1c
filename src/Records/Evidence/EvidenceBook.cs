using MediaGuard.Media;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Reports;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Evidence;

internal sealed class EvidenceBook(IRecordsFactory factory, ITermReports terms, IHeads heads, ISideLog log, TimeProvider clock) : IEvidenceBook
{
    public async Task<EvidenceFigures> ReadAsync(SchoolId school, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        await log.FlushAsync(cancellationToken);
        var term = await terms.ReadAsync(school, from, until, cancellationToken);
        await using var db = factory.Open(school);
        var info = await db.Schools.AsNoTracking().SingleAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(info.TimeZone);
        var (begin, end, now) = (Instant.StartOf(from, zone), Instant.StartOf(until.AddDays(1), zone), Instant.Now(clock));
        var accounts = await EvidenceAccounts.ReadAsync(db, cancellationToken);
        var policies = await PoliciesAsync(db, accounts, cancellationToken);
        var policy = policies[0].Document;
        var photos = new EvidencePhotos(db, from, until, begin, end);
        return new EvidenceFigures(school, info.Name, zone, now, term)
        {
            Policies = policies,
            Engines = await photos.EnginesAsync(cancellationToken),
            Verdicts = await photos.VerdictsAsync(policy, cancellationToken),
            Undecided = await photos.UndecidedAsync(cancellationToken),
            SetAside = await photos.SetAsideAsync(cancellationToken),
            Said = await SaidAsync(db, begin, end, cancellationToken),
            OpenRecalls = await LeadViews.RecallsAsync(db, policy, cancellationToken),
            TakeDowns = await new EvidenceTakeDowns(db, begin, end).ReadAsync(policy, cancellationToken),
            Originals = await photos.OriginalsAsync(cancellationToken),
            Deleted = await db.Receipts.CountAsync(r => r.Kind == "deleted" && r.At >= begin && r.At < end, cancellationToken),
            Erased = await db.People.CountAsync(p => p.ErasedAt >= begin && p.ErasedAt < end, cancellationToken),
            Looks = await accounts.LooksAsync(db, begin, end, cancellationToken),
            Incidents = await IncidentsAsync(db, begin, end, cancellationToken),
            Sealed = await db.Seals.CountAsync(s => s.SealedAt >= begin && s.SealedAt < end, cancellationToken),
            UnderSeal = await db.Media.CountAsync(m => m.Status == MediaStatus.Sealed, cancellationToken),
            Accounts = accounts.Count(now),
            Matching = await EvidenceMatching.ReadAsync(db, cancellationToken),
            Tokens = await db.WebsiteTokens.CountAsync(t => t.RevokedAt == null && t.ExpiresAt > now, cancellationToken),
        };
    }

    public async Task NoteAsync(SchoolId school, DateOnly from, DateOnly until, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        head.Audit("evidence-pack", "school", $"{from:yyyy-MM-dd} {until:yyyy-MM-dd}", by);
        await head.CommitAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<PolicyEvidence>> PoliciesAsync(RecordsContext db, EvidenceAccounts accounts, CancellationToken cancellationToken)
    {
        var rows = await db.Policies.AsNoTracking().OrderByDescending(p => p.PolicyVersion).ToListAsync(cancellationToken);
        var documents = rows.ConvertAll(r => PolicyStore.Parse(r.Json));
        return
        [
            .. rows.Select((r, n) => new PolicyEvidence(
                r.PolicyVersion, r.MadeAt, r.MadeBy, r.MadeBy is { } by ? accounts.RoleOf(by) : null, n + 1 < rows.Count ? PolicyDifference.Between(documents[n + 1], documents[n]) : [], documents[n])),
        ];
    }

    private static async Task<IReadOnlyList<SaidCounts>> SaidAsync(RecordsContext db, Instant begin, Instant end, CancellationToken cancellationToken)
    {
        var said = await db.Consents.Where(c => c.RecordedAt >= begin && c.RecordedAt < end).GroupBy(c => new { c.Purpose, c.Answer })
            .Select(g => new { g.Key.Purpose, g.Key.Answer, Count = g.Count() }).ToListAsync(cancellationToken);
        int Count(string purpose, Consent.Register.ConsentAnswer answer) => said.Where(s => s.Purpose == purpose && s.Answer == answer).Sum(s => s.Count);
        return
        [
            .. said.Select(s => s.Purpose).Distinct().Order(StringComparer.Ordinal).Select(p => new SaidCounts(
                p, Count(p, Consent.Register.ConsentAnswer.Given), Count(p, Consent.Register.ConsentAnswer.Refused), Count(p, Consent.Register.ConsentAnswer.Withdrawn))),
        ];
    }

    private async Task<IReadOnlyList<IncidentClocks>> IncidentsAsync(RecordsContext db, Instant begin, Instant end, CancellationToken cancellationToken) =>
    [
        .. (await new IncidentReader(db, clock).ClocksAsync(begin, end, cancellationToken)).GroupBy(i => i.Kind).OrderBy(g => g.Key).Select(g =>
        {
            int Duties(DutyStanding standing) => g.SelectMany(i => i.Duties).Count(d => d.Standing == standing);
            return new IncidentClocks(g.Key, g.Count(), g.Count(i => i.IsClosed), Duties(DutyStanding.Told), Duties(DutyStanding.ToldLate), Duties(DutyStanding.Waiting), Duties(DutyStanding.Overdue));
        }),
    ];
}
