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
        return [.. rows.OrderBy(g => g.EndedOn is not null).ThenBy(g => g.Id).Select(g => new GuardianLine(g.Id, g.Name, g.Email, g.HasResponsibility, g.EndedOn))];
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

    public Task<bool> EditAsync(SchoolId school, PersonId person, Guid guardian, GuardianEdit edit, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return ChangeAsync(
            school,
            person,
            guardian,
            async (head, row) =>
            {
                // a link that went to another address, or to somebody who may no longer say anything, leads nowhere from now on
                if (row.Email != edit.Email || !edit.HasResponsibility)
                {
                    await head.EndLinksAsync(guardian, by, cancellationToken);
                }

                var isNew = edit.HasResponsibility && !row.HasResponsibility;
                (row.Name, row.Email, row.HasResponsibility) = (edit.Name, edit.Email, edit.HasResponsibility);
                head.RegisterChanged("guardian-edited", person.ToString(), guardian.ToString("N"), by);
                if (isNew && await EarlierNoes.SayAnewAsync(head, person, guardian, null, by, cancellationToken))
                {
                    await head.FlushAsync(cancellationToken);
                    await redecider.RunAsync(head, [person], cancellationToken);
                }
            },
            cancellationToken);
    }

    public Task<bool> EndAsync(SchoolId school, PersonId person, Guid guardian, UserId? by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        person,
        guardian,
        async (head, row) =>
        {
            row.EndedOn ??= head.Today;
            await head.EndLinksAsync(guardian, by, cancellationToken);
            await head.EndRequestsAsync(guardian, null, cancellationToken);
            head.RegisterChanged("guardian-ended", person.ToString(), guardian.ToString("N"), by);
        },
        cancellationToken);

    private async Task<bool> ChangeAsync(SchoolId school, PersonId person, Guid guardian, Func<HeadTransaction, GuardianRow, Task> change, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.Guardians.FirstOrDefaultAsync(g => g.Id == guardian && g.PersonId == person, cancellationToken) is not { } row)
        {
            return false;
        }

        await change(head, row);
        row.Version++;
        await head.CommitAsync(cancellationToken);
        return true;
    }
}
