using MediaGuard.Media;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Evidence;

/// <summary>The school's accounts by role; an account that is gone is somebody who has left.</summary>
internal sealed class EvidenceAccounts
{
    private const string Gone = "has left";
    private const string Program = "content system";

    private readonly Dictionary<Guid, Account> accounts;

    private EvidenceAccounts(Dictionary<Guid, Account> accounts) => this.accounts = accounts;

    public static async Task<EvidenceAccounts> ReadAsync(RecordsContext db, CancellationToken cancellationToken)
    {
        var school = db.School;
        var users = await db.Users.Where(u => u.SchoolId == school)
            .Select(u => new { u.Id, u.LockoutEnd, u.EndsAt, Second = u.TwoFactorEnabled || db.Set<IdentityUserPasskey<Guid>>().Any(p => p.UserId == u.Id) }).ToListAsync(cancellationToken);
        var roles = (await (from held in db.UserRoles
                            join role in db.Roles on held.RoleId equals role.Id
                            join user in db.Users on held.UserId equals user.Id
                            where user.SchoolId == school
                            select new { held.UserId, role.Name }).ToListAsync(cancellationToken)).ToLookup(r => r.UserId, r => r.Name!);
        var accounts = users.ToDictionary(u => u.Id, u => new Account(Said(roles[u.Id]), u.LockoutEnd == DateTimeOffset.MaxValue, u.EndsAt, u.Second));
        foreach (var token in await db.WebsiteTokens.Select(t => t.Id).ToListAsync(cancellationToken))
        {
            accounts[token] = new Account(Program, true, null, false);
        }

        return new EvidenceAccounts(accounts);
    }

    public string RoleOf(UserId user) => accounts.TryGetValue(user.Value, out var account) ? account.Role : Gone;

    /// <summary>Those that may sign in.</summary>
    public IReadOnlyList<AccountCounts> Count(Instant now) =>
    [
        .. accounts.Values.Where(a => !a.IsOff && !(a.EndsAt <= now)).GroupBy(a => a.Role).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new AccountCounts(g.Key, g.Count(), g.Count(a => a.HasSecond))),
    ];

    public async Task<IReadOnlyList<LookCounts>> LooksAsync(RecordsContext db, Instant begin, Instant end, CancellationToken cancellationToken)
    {
        var looks = await db.Views.Where(v => v.At >= begin && v.At < end).GroupBy(v => v.UserId)
            .Select(g => new { g.Key, Looks = g.Count(), Copies = g.Count(v => v.Size == "copy") }).ToListAsync(cancellationToken);
        return [.. looks.GroupBy(l => RoleOf(l.Key)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new LookCounts(g.Key, g.Count(), g.Sum(l => l.Looks), g.Sum(l => l.Copies)))];
    }

    private static string Said(IEnumerable<string> roles) => string.Join(" and ", roles.Order(StringComparer.Ordinal)) is { Length: > 0 } said ? said : "no role";

    private sealed record Account(string Role, bool IsOff, Instant? EndsAt, bool HasSecond);
}
