using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records;

internal sealed class MailBook(IRecordsFactory factory) : IMailBook
{
    public async Task<IReadOnlyList<string>> AddressesAsync(SchoolId school, string role, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return Reached(await Having(db, school, role).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<string>> TeachersAsync(SchoolId school, GroupId group, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var own = (await db.Teaches.Where(t => t.GroupId == group).Select(t => t.UserId).ToListAsync(cancellationToken)).Select(u => u.Value).ToHashSet();
        return Reached((await Having(db, school, SchoolRole.Teacher).ToListAsync(cancellationToken)).Where(u => own.Contains(u.Id)));
    }

    private static IQueryable<SchoolUser> Having(RecordsContext db, SchoolId school, string role) =>
        from user in db.Users.AsNoTracking()
        join held in db.UserRoles on user.Id equals held.UserId
        join named in db.Roles on held.RoleId equals named.Id
        where user.SchoolId == school && named.Name == role && user.Email != null
        select user;

    /// <summary>Whoever rests after wrong passwords is told all the same: anybody can type them.</summary>
    private static List<string> Reached(IEnumerable<SchoolUser> users) =>
        [.. users.Where(u => !u.IsDisabled).Select(u => u.Email!).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
