using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace MediaGuard.Bench.Pages;

/// <summary>Copies the newest photo's rows as often as wanted: photos that wait behind it, with faces and verdicts but without bytes.</summary>
internal static class MorePhotos
{
    public static async Task AddAsync(RecordsContext db, GroupId one, int inOne, GroupId other, int inOther)
    {
        var last = await db.Media.OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync();
        foreach (var (group, from, times) in new[] { (one, 0, inOne), (other, inOne, inOther) })
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"printf('F%07X-0000-7000-8000-000000000000', n + {from})");
            await MultiplyAsync<MediaRow>(db, times, "Id", last, ("Id", id), ("RenditionId", id), ("GroupId", Text(group.Value)));
            await MultiplyAsync<RenditionRow>(db, times, "MediaId", last, ("Id", id), ("MediaId", id));
            await MultiplyAsync<VerdictRow>(db, times, "MediaId", last, ("Id", $"printf('F%07X-%04X-7000-8000-000000000000', n + {from}, rowid)"), ("MediaId", id));
        }

        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static string Text(Guid id) => $"'{id.ToString().ToUpperInvariant()}'";

    private static async Task MultiplyAsync<T>(RecordsContext db, int times, string key, MediaId of, params (string Column, string Expression)[] different)
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var columns = type.GetProperties().Select(p => p.GetColumnName(table)!).ToList();
        var values = columns.Select(c => different.FirstOrDefault(d => d.Column == c) is { Expression: { } e } ? e : $"\"{c}\"");
        var series = $"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {times}) SELECT n FROM s WHERE n <= {times})";
#pragma warning disable EF1002, EF1003 // the names are this program's own
        await db.Database.ExecuteSqlRawAsync(
            $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"{table.Name}\" CROSS JOIN {series} WHERE \"{key}\" = {Text(of.Value)}");
#pragma warning restore EF1002, EF1003
    }
}
