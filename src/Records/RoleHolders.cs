using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records;

/// <summary>Who holds a role in the school of the books.</summary>
internal static class RoleHolders
{
    /// <summary>Accounts with the role, disabled and ended ones too.</summary>
    public static IQueryable<SchoolUser> Of(RecordsContext db, string role) =>
        from user in db.Users.AsNoTracking()
        join held in db.UserRoles on user.Id equals held.UserId
        join named in db.Roles on held.RoleId equals named.Id
        where user.SchoolId == db.School && named.Name == role
        select user;
}
