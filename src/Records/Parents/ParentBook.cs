using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Parents;

internal sealed class ParentBook(IHeads heads, IRecordsFactory factory, IRegisterBook register, TimeProvider clock) : IParentBook
{
    public Task<NewLink?> MakeAsync(SchoolId school, PersonId person, Guid guardian, TimeSpan lasts, UserId by, CancellationToken cancellationToken) =>
        MakeAsync(school, person, guardian, lasts, endsEarlier: true, by, cancellationToken);

    public Task<NewLink?> MakeToSendAsync(SchoolId school, PersonId person, Guid guardian, TimeSpan lasts, UserId by, CancellationToken cancellationToken) =>
        MakeAsync(school, person, guardian, lasts, endsEarlier: false, by, cancellationToken);

    public async Task SentAsync(SchoolId school, NewLink link, bool isHandedOver, UserId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.ParentLinks.AsNoTracking().FirstOrDefaultAsync(l => l.Id == link.Id && l.EndedAt == null, cancellationToken) is not { } own)
        {
            return;
        }

        // of two that are sent at once the later stays, whichever is handed over first
        await head.EndLinksAsync(own.GuardianId, l => isHandedOver ? (l.MadeAt, l.Id).CompareTo((own.MadeAt, own.Id)) < 0 : l.Id == own.Id, by, cancellationToken);
        await head.CommitAsync(cancellationToken);
    }

    private async Task<NewLink?> MakeAsync(SchoolId school, PersonId person, Guid guardian, TimeSpan lasts, bool endsEarlier, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        if (await db.Guardians.AsNoTracking().FirstOrDefaultAsync(g => g.Id == guardian && g.PersonId == person && g.HasResponsibility && g.EndedOn == null, cancellationToken) is not { } row)
        {
            return null;
        }

        if (endsEarlier)
        {
            await head.EndLinksAsync(guardian, by, cancellationToken);
        }

        var token = ParentToken.Make();
        var link = new ParentLinkRow
        {
            SchoolId = school,
            Id = Guid.CreateVersion7(),
            GuardianId = guardian,
            PersonId = person,
            TokenHash = ParentToken.HashOf(token)!,
            MadeAt = head.Now,
            MadeBy = by,
            ExpiresAt = head.Now + lasts,
        };
        db.ParentLinks.Add(link);
        head.Audit("parent-link-made", person.ToString(), link.Id.ToString("N"), by);
        var own = await db.Schools.AsNoTracking().SingleAsync(cancellationToken);
        await head.CommitAsync(cancellationToken);
        return new NewLink(link.Id, token, row.Email, row.Name, own.Name, link.ExpiresAt.DayIn(TimeZoneInfo.FindSystemTimeZoneById(own.TimeZone)));
    }

    public async Task<IReadOnlyList<LinkLine>> LinksAsync(SchoolId school, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var now = Instant.Now(clock);
        return await db.ParentLinks.AsNoTracking().Where(l => l.PersonId == person && l.EndedAt == null && l.ExpiresAt > now)
            .Select(l => new LinkLine(l.Id, l.GuardianId, l.MadeAt, l.ExpiresAt)).ToListAsync(cancellationToken);
    }

    public async Task<bool> EndAsync(SchoolId school, PersonId person, Guid guardian, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (!await head.Context.Guardians.AnyAsync(g => g.Id == guardian && g.PersonId == person, cancellationToken))
        {
            return false;
        }

        await head.EndLinksAsync(guardian, by, cancellationToken);
        await head.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<(LinkStanding Standing, ParentVisit? Visit)> OpenAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (ParentToken.HashOf(token) is not { } hash)
        {
            return (LinkStanding.Wrong, null);
        }

        await using var db = factory.Open(default);
        if (await db.ParentLinks.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(l => l.TokenHash == hash, cancellationToken) is not { } row)
        {
            return (LinkStanding.Wrong, null);
        }

        // whoever lost parental responsibility by whatever way speaks for nobody
        var mayNot = !await db.Guardians.IgnoreQueryFilters().AnyAsync(g => g.SchoolId == row.SchoolId && g.Id == row.GuardianId && g.HasResponsibility && g.EndedOn == null, cancellationToken);
        return row.EndedAt is not null || mayNot ? (LinkStanding.Ended, null)
            : row.ExpiresAt <= Instant.Now(clock) ? (LinkStanding.Expired, null)
            : (LinkStanding.Open, new ParentVisit(row.SchoolId, row.Id, row.GuardianId, row.PersonId, row.ExpiresAt));
    }

    public async Task<ParentView> ViewAsync(ParentVisit visit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await using var db = factory.Open(visit.School);
        return await ParentViews.ReadAsync(db, visit, Instant.Now(clock), cancellationToken);
    }

    public async Task RefuseAsync(ParentVisit visit, PurposeId? purpose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var view = await ViewAsync(visit, cancellationToken);
        var meant = view.Purposes.Where(p => purpose is null || p.Purpose == purpose).ToList();
        List<PurposeId> anew = [.. meant.Where(p => !p.SaidNo || p.IsAsked).Select(p => p.Purpose)];
        if (anew.Count > 0)
        {
            await register.RefuseAsync(visit.School, visit.Person, anew, HowSaid.Link, "", visit.Guardian, null, cancellationToken);
        }
    }

    public async Task AskAsync(ParentVisit visit, PurposeId purpose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visit);
        await using var head = await heads.BeginAsync(visit.School, cancellationToken);
        var view = await ParentViews.ReadAsync(head.Context, visit, head.Now, cancellationToken);
        if (view.Purposes.FirstOrDefault(p => p.Purpose == purpose) is not { IsAsked: false, Word: not "yes" } known
            || (purpose == BiometricPerson.Purpose && !view.ComparesFaces))
        {
            return;
        }

        head.Context.ConsentRequests.Add(new ConsentRequestRow
        {
            SchoolId = visit.School,
            Id = Guid.CreateVersion7(),
            PersonId = visit.Person,
            GuardianId = visit.Guardian,
            Purpose = known.Purpose.Value,
            At = head.Now,
        });
        head.Audit("consent-asked-for", visit.Person.ToString(), known.Purpose.Value, null);
        await head.CommitAsync(cancellationToken);
    }
}
