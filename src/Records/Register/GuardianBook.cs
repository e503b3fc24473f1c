using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

internal sealed class GuardianBook(IHeads heads, IRecordsFactory factory, Redecider redecider) : IGuardianBook
{
    public async Task<IReadOnlyList<GuardianLine>> ListAsync(SchoolId school, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var rows = await db.Guardians.AsNoTracking().Where(g => g.PersonId == person).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(g => g.EndedOn is not null).ThenBy(g => g.Id).Select(Line)];
    }

    public async Task<Guid?> AddAsync(SchoolId school, PersonId person, GuardianEdit edit, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (!await head.Context.People.AnyAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken))
        {
            return null;
        }

        var id = head.AddGuardian(person, edit.Name, null, by, edit.Email, edit.HasResponsibility);
        await head.CommitAsync(cancellationToken);
        return id;
    }

    public async Task<GiveResult> EditAsync(SchoolId school, PersonId person, Guid guardian, GuardianEdit edit, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await FindAsync(head, person, guardian, cancellationToken) is not { } row)
        {
            return GiveResult.NoSuchPerson;
        }

        if (edit.Seen is not null && edit.Seen != Line(row).Seen)
        {
            return GiveResult.Stale;
        }

        if (row.HasResponsibility && !edit.HasResponsibility && await SaysNoAsync(head, row, cancellationToken))
        {
            return GiveResult.RefusalStands;
        }

        // a link that went to another address, or to somebody who may no longer say anything, leads nowhere from now on
        if (row.Email != edit.Email || !edit.HasResponsibility)
        {
            await head.EndLinksAsync(guardian, by, cancellationToken);
        }

        var isNew = edit.HasResponsibility && !row.HasResponsibility;
        (row.Name, row.Email, row.HasResponsibility) = (edit.Name, edit.Email, edit.HasResponsibility);
        row.Version++;
        head.RegisterChanged("guardian-edited", person.ToString(), guardian.ToString("N"), by);
        if (isNew && await EarlierNoes.SayAnewAsync(head, person, guardian, null, by, cancellationToken))
        {
            await head.FlushAsync(cancellationToken);
            await redecider.RunAsync(head, [person], cancellationToken);
        }

        await head.CommitAsync(cancellationToken);
        return GiveResult.Recorded;
    }

    public async Task<bool> EndAsync(SchoolId school, PersonId person, Guid guardian, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await FindAsync(head, person, guardian, cancellationToken) is not { } row)
        {
            return false;
        }

        row.EndedOn ??= head.Today;
        row.Version++;
        await head.EndLinksAsync(guardian, by, cancellationToken);
        await head.EndRequestsAsync(guardian, null, cancellationToken);
        head.RegisterChanged("guardian-ended", person.ToString(), guardian.ToString("N"), by);
        await head.CommitAsync(cancellationToken);
        return true;
    }

    private static GuardianLine Line(GuardianRow row) => new(row.Id, row.Name, row.Email, row.HasResponsibility, row.EndedOn);

    private static Task<GuardianRow?> FindAsync(HeadTransaction head, PersonId person, Guid guardian, CancellationToken cancellationToken) =>
        head.Context.Guardians.FirstOrDefaultAsync(g => g.Id == guardian && g.PersonId == person, cancellationToken);

    /// <summary>Whether a no of this guardian's is among those that hold today.</summary>
    private static async Task<bool> SaysNoAsync(HeadTransaction head, GuardianRow row, CancellationToken cancellationToken)
    {
        var purposes = await head.Context.Consents.Where(c => c.PersonId == row.PersonId && c.GuardianId == row.Id).Select(c => c.Purpose).Distinct().ToListAsync(cancellationToken);
        var register = await new SceneReader(head.Context, head.Today).ReadRegisterAsync(head.Head.RegisterVersion, [row.PersonId], cancellationToken);
        return purposes.Exists(p => register.NoesOf(row.PersonId, new PurposeId(p)).Any(no => no.Guardian == row.Id));
    }
}
