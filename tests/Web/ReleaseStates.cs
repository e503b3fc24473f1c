using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.Data.Sqlite;

namespace MediaGuard.Web.Tests;

/// <summary>Releases to the website as the database has them.</summary>
internal static class ReleaseStates
{
    public static async Task<ReleaseState[]> OfAsync(SchoolRig rig, MediaId media)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(rig.Data, "mediaguard.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT State FROM Releases WHERE Channel = 'website' AND MediaId = $media ORDER BY LeavingAt";
        command.Parameters.AddWithValue("$media", media.Value.ToString().ToUpperInvariant());
        await using var reader = await command.ExecuteReaderAsync();
        var states = new List<ReleaseState>();
        while (await reader.ReadAsync())
        {
            states.Add(Enum.Parse<ReleaseState>(reader.GetString(0)));
        }

        return [.. states];
    }
}
