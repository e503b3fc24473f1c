using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records;

internal sealed class MailBook(IRecordsFactory factory) : IMailBook
{
    public async Task<IReadOnlyList<string>> AddressesAsync(SchoolId school, string role, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return Reached(await RoleHolders.Of(db, role).ToListAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<string>> TeachersAsync(SchoolId school, GroupId group, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var own = (await db.Teaches.Where(t => t.GroupId == group).Select(t => t.UserId).ToListAsync(cancellationToken)).Select(u => u.Value).ToHashSet();
        return Reached((await RoleHolders.Of(db, SchoolRole.Teacher).ToListAsync(cancellationToken)).Where(u => own.Contains(u.Id)));
    }

    /// <summary>Whoever rests after wrong passwords is told all the same: anybody can type them.</summary>
    private static List<string> Reached(IEnumerable<SchoolUser> users) =>
        [.. users.Where(u => !u.IsDisabled && u.Email is not null).Select(u => u.Email!).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
