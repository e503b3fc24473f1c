using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Parents;

internal sealed class RequestBook(IHeads heads, IRecordsFactory factory, Redecider redecider, TimeProvider clock) : IRequestBook
{
    public async Task<IReadOnlyList<RequestLine>> WaitingAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var rows = await (from r in db.ConsentRequests.AsNoTracking()
                          join p in db.People.AsNoTracking() on r.PersonId equals p.Id
                          join g in db.Guardians.AsNoTracking() on r.GuardianId equals g.Id
                          where r.State == RequestState.Waiting
                          orderby r.At, r.Id
                          select new { r.Id, r.PersonId, p.FullName, r.Purpose, Guardian = g.Name, r.At }).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var policy = await PolicyStore.DocumentAsync(db, await db.Heads.Select(h => h.PolicyVersion).SingleAsync(cancellationToken), cancellationToken);
        var names = Purposes.Of(policy).ToDictionary(p => p.Purpose, p => p.Name);
        var today = Instant.Now(clock).DayIn(TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken)));
        var people = rows.Select(r => r.PersonId).Distinct().ToList();
        var classes = (await (from m in db.Memberships.AsNoTracking()
                              join g in db.Groups.AsNoTracking() on m.GroupId equals g.Id
                              where people.Contains(m.PersonId) && !g.IsClub && m.From <= today && (m.Until == null || m.Until >= today)
                              select new { m.PersonId, g.Name, m.From }).ToListAsync(cancellationToken)).ToLookup(m => m.PersonId);
        return
        [
            .. rows.Select(r => new RequestLine(
                r.Id,
                r.PersonId,
                r.FullName,
                classes[r.PersonId].OrderBy(c => c.From).LastOrDefault()?.Name,
                names.GetValueOrDefault(r.Purpose) ?? (r.Purpose == BiometricPerson.Purpose.Value ? Words.Text("Comparing faces") : r.Purpose),
                r.Guardian,
                r.At)),
        ];
    }

    public async Task<GiveResult?> ConfirmAsync(SchoolId school, Guid request, bool isLead, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await WaitsAsync(head, request, cancellationToken) is not { } row)
        {
            return null;
        }

        var purpose = new PurposeId(row.Purpose);
        var evidence = $"asked for by link on {row.At.DayIn(await ZoneAsync(head, cancellationToken)):yyyy-MM-dd}";
        var result = await Giver.GiveAsync(head, row.PersonId, purpose, null, HowSaid.Link, evidence, row.GuardianId, isLead, by, cancellationToken);
        if (result != GiveResult.Recorded)
        {
            return result;
        }

        if (purpose == BiometricPerson.Purpose && await head.Context.Guardians.FirstOrDefaultAsync(g => g.Id == row.GuardianId && g.ObjectedOn != null, cancellationToken) is { } guardian)
        {
            await head.SetGuardianAsync(guardian.Id, guardian.NotifiedOn, null, by, cancellationToken);
        }

        Done(head, row, RequestState.Confirmed, by);
        await head.FlushAsync(cancellationToken);
        await redecider.RunAsync(head, [row.PersonId], cancellationToken);
        await head.CommitAsync(cancellationToken);
        return GiveResult.Recorded;
    }

    public async Task<bool> DeclineAsync(SchoolId school, Guid request, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await WaitsAsync(head, request, cancellationToken) is not { } row)
        {
            return false;
        }

        Done(head, row, RequestState.Declined, by);
        await head.CommitAsync(cancellationToken);
        return true;
    }

    private static Task<ConsentRequestRow?> WaitsAsync(HeadTransaction head, Guid request, CancellationToken cancellationToken) =>
        head.Context.ConsentRequests.FirstOrDefaultAsync(r => r.Id == request && r.State == RequestState.Waiting, cancellationToken);

    private static async Task<TimeZoneInfo> ZoneAsync(HeadTransaction head, CancellationToken cancellationToken) =>
        TimeZoneInfo.FindSystemTimeZoneById(await head.Context.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken));

    private static void Done(HeadTransaction head, ConsentRequestRow row, RequestState state, UserId by)
    {
        (row.State, row.DoneAt, row.DoneBy) = (state, head.Now, by);
        head.Audit("consent-request-" + state.ToString().ToLowerInvariant(), row.PersonId.ToString(), row.Purpose, by);
    }
}
