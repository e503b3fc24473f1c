using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

internal sealed class GuardianBook(IHeads heads, IRecordsFactory factory) : IGuardianBook
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

    public Task<GiveResult> EditAsync(SchoolId school, PersonId person, Guid guardian, GuardianEdit edit, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return ChangeAsync(
            school,
            person,
            guardian,
            edit.Seen,
            async (head, row) =>
            {
                // a link that went to another address, or to somebody who may no longer say anything, leads nowhere from now on
                if (row.Email != edit.Email || !edit.HasResponsibility)
                {
                    await head.EndLinksAsync(guardian, by, cancellationToken);
                }

                (row.Name, row.Email, row.HasResponsibility) = (edit.Name, edit.Email, edit.HasResponsibility);
                head.RegisterChanged("guardian-edited", person.ToString(), guardian.ToString("N"), by);
            },
            cancellationToken);
    }

    public async Task<bool> EndAsync(SchoolId school, PersonId person, Guid guardian, UserId? by, CancellationToken cancellationToken) => GiveResult.Recorded == await ChangeAsync(
        school,
        person,
        guardian,
        null,
        async (head, row) =>
        {
            row.EndedOn ??= head.Today;
            await head.EndLinksAsync(guardian, by, cancellationToken);
            await head.EndRequestsAsync(guardian, null, cancellationToken);
            head.RegisterChanged("guardian-ended", person.ToString(), guardian.ToString("N"), by);
        },
        cancellationToken);

    private static GuardianLine Line(GuardianRow row) => new(row.Id, row.Name, row.Email, row.HasResponsibility, row.EndedOn);

    private async Task<GiveResult> ChangeAsync(SchoolId school, PersonId person, Guid guardian, string? seen, Func<HeadTransaction, GuardianRow, Task> change, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.Guardians.FirstOrDefaultAsync(g => g.Id == guardian && g.PersonId == person, cancellationToken) is not { } row)
        {
            return GiveResult.NoSuchPerson;
        }

        if (seen is not null && seen != Line(row).Seen)
        {
            return GiveResult.Stale;
        }

        await change(head, row);
        row.Version++;
        await head.CommitAsync(cancellationToken);
        return GiveResult.Recorded;
    }
}
