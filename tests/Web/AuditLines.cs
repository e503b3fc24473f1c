using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>Reads the chain's entries as text: act, subject, detail.</summary>
internal static class AuditLines
{
    public static async Task<List<string>> OfAsync(SchoolRig rig, UserId? about = null)
    {
        await using var db = rig.Services.GetRequiredService<IRecordsFactory>().Open(rig.School);
        var lines = await db.Database.SqlQueryRaw<string>("SELECT \"Act\" || '|' || \"Subject\" || '|' || \"Detail\" AS \"Value\" FROM \"Audit\" ORDER BY \"Sequence\"").ToListAsync();
        return about is { } user ? [.. lines.Where(l => l.Contains(user.ToString(), StringComparison.Ordinal))] : lines;
    }
}
