using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Views;

internal sealed class RegisterViews(IRecordsFactory factory, TimeProvider clock) : IRegisterViews
{
    public async Task<IReadOnlyList<RegisterLine>> PeopleAsync(SchoolId school, string? search, GroupId? group, bool withLeavers, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var today = await TodayAsync(db, cancellationToken);
        var form = NameForms.Normalise(search ?? "");
        var key = (search ?? "").Trim().ToUpperInvariant();
        var people = db.People.AsNoTracking()
            .Where(p => p.ErasedAt == null)
            .Where(p => form == "" || p.NormalisedName.Contains(form) || p.NormalisedNicknames.Contains(form) || p.ExternalKey == key)
            .Where(p => withLeavers || p.LeftOn == null || p.LeftOn >= today);
        if (group is { } of)
        {
            people = people.Where(p => db.Memberships.Any(m => m.PersonId == p.Id && m.GroupId == of && m.From <= today && (m.Until == null || m.Until >= today)));
        }

        return await LinesAsync(db, await people.ToListAsync(cancellationToken), today, cancellationToken);
    }

    public async Task<PersonHistory?> PersonAsync(SchoolId school, PersonId person, Reader reader, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        if (await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken) is not { } row)
        {
            return null;
        }

        var today = await TodayAsync(db, cancellationToken);
        var groups = await (from m in db.Memberships.AsNoTracking()
                            join g in db.Groups.AsNoTracking() on m.GroupId equals g.Id
                            where m.PersonId == person
                            select new { m.Id, g.Name, g.IsClub, m.From, m.Until }).ToListAsync(cancellationToken);
        var said = await db.Consents.AsNoTracking().Where(c => c.PersonId == person).OrderByDescending(c => c.Sequence).ToListAsync(cancellationToken);
        var users = said.Where(c => c.RecordedBy is not null).Select(c => c.RecordedBy!.Value.Value).Distinct().ToList();
        var colleagues = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var names = (await PurposesOfAsync(db, cancellationToken)).ToDictionary(p => p.Purpose, p => p.Name);
        return new PersonHistory(
            await LineAsync(db, row, today, cancellationToken),
            [.. groups.OrderByDescending(g => g.From).Select(g => new MembershipView(g.Id, g.Name, g.IsClub, g.From, g.Until))],
            [.. said.Select(c => Line(c, names, colleagues, reader))]);
    }

    public async Task<PersonId?> FindAsync(SchoolId school, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using var db = factory.Open(school);
        var form = key.Trim().ToUpperInvariant();
        return await db.People.Where(p => p.ExternalKey == form).Select(p => (PersonId?)p.Id).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KeyValuePair<PurposeId, string>>> PurposesAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return [.. (await PurposesOfAsync(db, cancellationToken)).Select(p => KeyValuePair.Create(new PurposeId(p.Purpose), p.Name))];
    }

    public async Task<IReadOnlyList<AskedPurpose>> AskedPurposesAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var policy = await PolicyStore.CurrentAsync(db, cancellationToken);
        return
        [
            .. (await PurposesOfAsync(db, cancellationToken)).Select(p => new AskedPurpose(
                new PurposeId(p.Purpose), p.Name, policy.Channels.Any(c => c.IsPublic && c.Purposes.Contains(p.Purpose)), p.Basis == LawfulBasis.PublicTask)),
        ];
    }

    public async Task<IReadOnlyList<ImportRunView>> RunsAsync(SchoolId school, int atMost, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var rows = await db.ImportRuns.AsNoTracking().OrderByDescending(r => r.RegisterVersion).Take(atMost).ToListAsync(cancellationToken);
        var users = rows.Where(r => r.By is not null).Select(r => r.By!.Value.Value).Distinct().ToList();
        var colleagues = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var last = rows.FirstOrDefault(r => r.UndoneAt is null)?.Id;
        return
        [
            .. rows.Select(r => new ImportRunView(
                r.Id, r.At, r.By is { } by ? colleagues.GetValueOrDefault(by.Value) : null, r.Mapping, Convert.ToHexStringLower(r.FileSha256), r.Rows, r.ExportedOn,
                r.NewPeople, r.Changed, r.ClassChanges, r.HaveLeft, r.Returned, r.ToYes, r.ToNo, r.Conflicts, r.Flags, r.UndoneAt, r.Id == last)),
        ];
    }

    public async Task<RegisterAge> AgeAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var policy = await PolicyStore.DocumentAsync(db, head.PolicyVersion, cancellationToken);
        var today = await TodayAsync(db, cancellationToken);
        return RegisterAge.Of(head, today, policy);
    }

    public async Task<IReadOnlyList<EndingLine>> EndingAsync(SchoolId school, int? days, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var policy = await PolicyStore.CurrentAsync(db, cancellationToken);
        var today = await TodayAsync(db, cancellationToken);
        var last = today.AddDays(days ?? policy.RemindDaysBefore);
        var people = await db.People.AsNoTracking().Where(p => (p.LeftOn == null || p.LeftOn >= today)
            && db.Consents.Any(c => c.PersonId == p.Id && c.Until != null && c.Until >= today && c.Until <= last)).ToListAsync(cancellationToken);
        var lines = await LinesAsync(db, people, today, cancellationToken);
        var snapshot = await new SceneReader(db, today).ReadRegisterAsync(0, [.. people.Select(p => p.Id)], cancellationToken);
        return
        [
            .. lines.SelectMany(l => l.Standings.Where(s => s.Word == "yes" && s.Until is { } until && until <= last)
                .Select(s => new EndingLine(l.Id, l.Name, l.Class, s.Name, s.Until!.Value) { Sequence = snapshot.HoldingOf(l.Id, s.Purpose)?.Sequence ?? 0 }))
                .OrderBy(e => e.LastDay).ThenBy(e => e.Name, StringComparer.CurrentCulture),
        ];
    }

    public async Task<IReadOnlyList<ProtectedLine>> ProtectedAsync(SchoolId school, Reader reader, CancellationToken cancellationToken)
    {
        if (reader != Reader.Lead)
        {
            return [];
        }

        await using var db = factory.Open(school);
        var people = await db.People.AsNoTracking().Where(p => p.IsProtected).ToListAsync(cancellationToken);
        var lines = await LinesAsync(db, people, await TodayAsync(db, cancellationToken), cancellationToken);
        var reasons = (await db.Protections.AsNoTracking().Where(p => p.EndedAt == null).ToListAsync(cancellationToken)).ToDictionary(p => p.PersonId);
        var users = reasons.Values.Where(r => r.SetBy is not null).Select(r => r.SetBy!.Value.Value).Distinct().ToList();
        var colleagues = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return
        [
            .. lines.Select(l =>
            {
                var reason = reasons.GetValueOrDefault(l.Id);
                return new ProtectedLine(l.Id, l.Name, l.Class, reason?.Reason ?? "", reason?.SetBy is { } by ? colleagues.GetValueOrDefault(by.Value) : null, reason?.SetAt);
            }),
        ];
    }

    public async Task<IReadOnlyList<WaitingProtected>> ProtectedWaitingAsync(SchoolId school, Reader reader, CancellationToken cancellationToken)
    {
        if (reader != Reader.Lead)
        {
            return [];
        }

        await using var db = factory.Open(school);
        return await ProtectedWatch.ReadAsync(db, await TodayAsync(db, cancellationToken), cancellationToken);
    }

    private static ConsentLine Line(ConsentRow row, Dictionary<string, string> names, Dictionary<Guid, string> colleagues, Reader reader)
    {
        var isNo = row.Answer is not ConsentAnswer.Given;
        var isLead = reader == Reader.Lead;
        var word = row.Answer switch
        {
            ConsentAnswer.Given => "yes",
            ConsentAnswer.Refused when row.Basis == LawfulBasis.PublicTask => "objected",
            ConsentAnswer.Withdrawn when isLead => "withdrawn",
            ConsentAnswer.Refused or ConsentAnswer.Withdrawn => "no",
        };
        var tellsHow = !isNo || isLead;
        return new ConsentLine(
            names.GetValueOrDefault(row.Purpose, row.Purpose),
            word,
            row.From,
            row.Until,
            tellsHow ? row.How : null,
            tellsHow ? row.Evidence : null,
            tellsHow && row.RecordedBy is { } by ? colleagues.GetValueOrDefault(by.Value, Words.Text("somebody who has left")) : null,
            row.RecordedAt);
    }

    internal static async Task<RegisterLine> LineAsync(RecordsContext db, PersonRow person, DateOnly today, CancellationToken cancellationToken) =>
        (await LinesAsync(db, [person], today, cancellationToken))[0];

    private static async Task<IReadOnlyList<RegisterLine>> LinesAsync(RecordsContext db, List<PersonRow> people, DateOnly today, CancellationToken cancellationToken)
    {
        var ids = people.Select(p => p.Id).ToList();
        var purposes = await PurposesOfAsync(db, cancellationToken);
        var register = await new SceneReader(db, today).ReadRegisterAsync(0, ids, cancellationToken);
        var groups = await db.Groups.AsNoTracking().Where(g => !g.IsClub).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var classes = (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.PersonId) && m.From <= today && (m.Until == null || m.Until >= today)).ToListAsync(cancellationToken))
            .Where(m => groups.ContainsKey(m.GroupId)).GroupBy(m => m.PersonId).ToDictionary(g => g.Key, g => groups[g.OrderBy(m => m.From).ThenBy(m => m.Id).Last().GroupId]);
        return
        [
            .. people.Select(p => new RegisterLine(
                p.Id,
                p.FullName,
                p.PreferredName,
                p.Kind.ToString().ToLowerInvariant(),
                classes.GetValueOrDefault(p.Id),
                p.YearGroup,
                p.ExternalKey,
                p.LeftOn,
                p.LeftOn < today,
                [.. purposes.Select(x => Standing(register, p.Id, x))])
            {
                Nicknames = p.Nicknames,
            })
                .OrderBy(l => l.Class ?? "\uffff", StringComparer.CurrentCulture).ThenBy(l => l.Kind == "pupil").ThenBy(l => l.Name, StringComparer.CurrentCulture),
        ];
    }

    private static StandingView Standing(RegisterSnapshot register, PersonId person, PurposeSetting purpose)
    {
        var id = new PurposeId(purpose.Purpose);
        var standing = register.StandingOf(person, id);
        var word = standing switch
        {
            Consent.Register.Standing.Given => "yes",
            Consent.Register.Standing.Refused => "no",
            Consent.Register.Standing.Expired => "ended",
            Consent.Register.Standing.Left => "left",
            Consent.Register.Standing.NotOnRecord => "none",
        };
        var holding = register.HoldingOf(person, id);
        return new StandingView(id, purpose.Name, word, word == "yes" ? holding?.Until : null, word == "no" && holding is not null && !HowSaid.IsSomebodysWord(holding.How));
    }

    private static async Task<IReadOnlyList<PurposeSetting>> PurposesOfAsync(RecordsContext db, CancellationToken cancellationToken)
    {
        var version = await db.Heads.Select(h => h.PolicyVersion).SingleAsync(cancellationToken);
        return Purposes.Of(await PolicyStore.DocumentAsync(db, version, cancellationToken));
    }

    private async Task<DateOnly> TodayAsync(RecordsContext db, CancellationToken cancellationToken) =>
        Instant.Now(clock).DayIn(TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken)));
}
