using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaGuard.Records;

/// <summary>The copies of a SQLite database made before migrations: a way back for a while, and whole registers of names.</summary>
public sealed class MigrationCopies(IOptions<RecordsOptions> options, IRecordsFactory factory, TimeProvider clock)
{
    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private const string Beginning = "before-migration-", Form = "yyyyMMddHHmmss";

    private string Folder => Path.Combine(options.Value.DataFolder, "backups");

    /// <summary>Where a copy made now goes. Makes the folder.</summary>
    internal string Next()
    {
        OwnFiles.MakeFolder(Folder);
        return Path.Combine(Folder, Beginning + clock.GetUtcNow().ToString(Form, CultureInfo.InvariantCulture) + ".db");
    }

    /// <summary>Removes those that were kept long enough, and closes the others to other accounts.</summary>
    internal void RemoveOld()
    {
        Remove(Instant.Now(clock) - KeptFor);
        foreach (var (file, _) in All())
        {
            OwnFiles.Close(file);
        }
    }

    /// <summary>Removes those that are older than the last time somebody was erased: they would keep the name.</summary>
    public async Task RemoveErasedAsync(CancellationToken cancellationToken)
    {
        if (!All().Any())
        {
            return;
        }

        foreach (var school in await factory.SchoolsAsync(cancellationToken))
        {
            await using var db = factory.Open(school.Id);
            if (await db.People.Where(p => p.ErasedAt != null).OrderByDescending(p => p.ErasedAt).Select(p => p.ErasedAt).FirstOrDefaultAsync(cancellationToken) is { } at)
            {
                Remove(at);
            }
        }
    }

    private void Remove(Instant before)
    {
        foreach (var (file, madeAt) in All().Where(c => c.MadeAt <= before).ToList())
        {
            File.Delete(file);
        }
    }

    private IEnumerable<(string File, Instant MadeAt)> All() => !Directory.Exists(Folder)
        ? []
        : Directory.EnumerateFiles(Folder, Beginning + "*").Select(f => (f, MadeAt(Path.GetFileName(f)))).Where(c => c.Item2 is not null).Select(c => (c.f, c.Item2!.Value));

    private static Instant? MadeAt(string name) =>
        name.Length >= Beginning.Length + Form.Length
            && DateTimeOffset.TryParseExact(name.AsSpan(Beginning.Length, Form.Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Instant.From(moment)
            : null;
}
