using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Access;

internal sealed class AccessBook(IRecordsFactory factory, IHeads heads, TimeProvider clock) : IAccessBook
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public async Task<Guid> StartAsync(SchoolId school, UserId user, bool isRemote, string device, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var session = new SessionRow { SchoolId = school, Id = Guid.CreateVersion7(), UserId = user, StartedAt = head.Now, SeenAt = head.Now, IsRemote = isRemote, Device = device };
        head.Context.Sessions.Add(session);
        head.Audit("signed-in", user.ToString(), isRemote ? "remote" : "at school", user);
        await head.CommitAsync(cancellationToken);
        return session.Id;
    }

    public async Task<SessionStanding> StandingAsync(SchoolId school, UserId user, Guid session, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var seen = await db.Sessions.Where(s => s.Id == session && s.UserId == user && s.EndedAt == null).Select(s => (Instant?)s.SeenAt).SingleOrDefaultAsync(cancellationToken);
        if (seen is null)
        {
            return new(IsOpen: false, HasSigned: false);
        }

        var now = Instant.Now(clock);
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == user.Value, cancellationToken) is { } account && (account.IsDisabled || account.EndsAt <= now))
        {
            return new(IsOpen: false, HasSigned: false);
        }

        if (now - seen.Value >= SeenEvery)
        {
            await db.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellationToken);
        }

        return new(IsOpen: true, await HasSignedAsync(db, user, now, cancellationToken));
    }

    public async Task EndAsync(SchoolId school, UserId user, Guid session, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var ended = await head.Context.Sessions.Where(s => s.Id == session && s.UserId == user && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, head.Now), cancellationToken);
        if (ended > 0)
        {
            head.Audit("session-ended", user.ToString(), session.ToString("N"), by);
            await head.CommitAsync(cancellationToken);
        }
    }

    public async Task<int> EndAllAsync(SchoolId school, UserId user, Guid? butNot, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var ended = await head.Context.Sessions.Where(s => s.UserId == user && s.EndedAt == null && s.Id != butNot)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, head.Now), cancellationToken);
        if (ended > 0)
        {
            head.Audit("sessions-ended", user.ToString(), $"{ended}", by);
            await head.CommitAsync(cancellationToken);
        }

        return ended;
    }

    public async Task<IReadOnlyList<SessionLine>> SessionsAsync(SchoolId school, UserId user, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Sessions.AsNoTracking().Where(s => s.UserId == user && s.EndedAt == null).OrderByDescending(s => s.StartedAt)
            .Select(s => new SessionLine(s.Id, s.StartedAt, s.SeenAt, s.IsRemote, s.Device)).ToListAsync(cancellationToken);
    }

    public async Task NoteAsync(SchoolId school, UserId user, SignInAct act, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        head.Audit("account", user.ToString(), act.ToString(), by);
        await head.CommitAsync(cancellationToken);
    }

    public async Task<Agreement> AgreementAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Agreements.AsNoTracking().OrderByDescending(a => a.Number).Select(a => new Agreement(a.Number, a.Text)).FirstOrDefaultAsync(cancellationToken)
            ?? new Agreement(0, StandardAgreement.Text);
    }

    public async Task PublishAgreementAsync(SchoolId school, string text, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var number = 1 + (await head.Context.Agreements.MaxAsync(a => (int?)a.Number, cancellationToken) ?? 0);
        head.Context.Agreements.Add(new AgreementRow { SchoolId = school, Number = number, Text = text, MadeAt = head.Now, MadeBy = by });
        head.Audit("agreement-published", $"{number}", "", by);
        await head.CommitAsync(cancellationToken);
    }

    public async Task<bool> SignAsync(SchoolId school, UserId user, int number, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (number != await NumberAsync(head.Context, cancellationToken))
        {
            return false;
        }

        head.Context.Signatures.Add(new SignatureRow { SchoolId = school, UserId = user, At = head.Now, Number = number });
        head.Audit("agreement-signed", user.ToString(), $"{number}", user);
        await head.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<string>> OldPasswordsAsync(SchoolId school, UserId user, int most, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.OldPasswords.Where(p => p.UserId == user).OrderByDescending(p => p.At).Take(most).Select(p => p.Hash).ToListAsync(cancellationToken);
    }

    public async Task RememberPasswordAsync(SchoolId school, UserId user, string hash, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        db.OldPasswords.Add(new OldPasswordRow { SchoolId = school, UserId = user, At = Instant.Now(clock), Hash = hash });
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task LetTeachAsync(SchoolId school, UserId user, IReadOnlyCollection<GroupId> groups, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var had = await head.Context.Teaches.Where(t => t.UserId == user).ToListAsync(cancellationToken);
        var known = await head.Context.Groups.Where(g => groups.Contains(g.Id)).Select(g => g.Id).ToListAsync(cancellationToken);
        head.Context.Teaches.RemoveRange(had.Where(t => !known.Contains(t.GroupId)));
        head.Context.Teaches.AddRange(known.Except(had.Select(t => t.GroupId)).Select(group => new TeachesRow { SchoolId = school, UserId = user, GroupId = group }));
        head.Audit("classes-set", user.ToString(), $"{known.Count}", by);
        await head.CommitAsync(cancellationToken);
    }

    /// <summary>Whether the version in force was signed within the last year.</summary>
    private static async Task<bool> HasSignedAsync(RecordsContext db, UserId user, Instant now, CancellationToken cancellationToken)
    {
        var number = await NumberAsync(db, cancellationToken);
        var since = now - TimeSpan.FromDays(365);
        return await db.Signatures.AnyAsync(s => s.UserId == user && s.Number == number && s.At > since, cancellationToken);
    }

    private static async Task<int> NumberAsync(RecordsContext db, CancellationToken cancellationToken) => await db.Agreements.MaxAsync(a => (int?)a.Number, cancellationToken) ?? 0;
}
