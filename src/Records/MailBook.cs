using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records;

internal sealed class MailBook(IRecordsFactory factory, TimeProvider clock) : IMailBook
{
    public async Task<IReadOnlyList<string>> AddressesAsync(SchoolId school, string role, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var users = await (from user in db.Users.AsNoTracking()
                           join held in db.UserRoles on user.Id equals held.UserId
                           join named in db.Roles on held.RoleId equals named.Id
                           where user.SchoolId == school && named.Name == role && user.Email != null
                           orderby user.Email
                           select new { user.Email, user.LockoutEnd }).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return [.. users.Where(u => u.LockoutEnd is not { } until || until <= now).Select(u => u.Email!).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
