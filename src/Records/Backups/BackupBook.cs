using System.Globalization;
using System.Text.Json;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Backups;

internal sealed class BackupBook(IRecordsFactory factory, IHeads heads) : IBackupBook
{
    private static readonly ArchiveKind[] Kinds = [ArchiveKind.Books, ArchiveKind.Keys];

    public async Task NoteMadeAsync(SchoolId school, ArchiveKind kind, BackupNote note, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(note);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        await WriteAsync(head.Context, kind, note, cancellationToken);
        head.Audit("backup-made", Name(kind), string.Create(CultureInfo.InvariantCulture, $"{note.At} {note.Files} files {note.Bytes} bytes"), by);
        await head.CommitAsync(cancellationToken);
    }

    public async Task NoteCheckedAsync(SchoolId school, ArchiveKind kind, Instant at, bool isWhole, Instant oldest, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await ReadAsync(head.Context, kind, cancellationToken) is { } last && last.At == at)
        {
            await WriteAsync(head.Context, kind, last with { VerifiedAt = isWhole ? head.Now : null, OldestAt = oldest }, cancellationToken);
        }

        head.Audit("backup-checked", Name(kind), $"{at} {(isWhole ? "whole" : "damaged")}", null);
        await head.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<BackupState>> StateAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var begun = await db.Schools.Select(s => s.MadeAt).SingleAsync(cancellationToken);
        var states = new List<BackupState>();
        foreach (var kind in Kinds)
        {
            var last = await ReadAsync(db, kind, cancellationToken);
            states.Add(new BackupState(kind, last, last?.At ?? begun));
        }

        return states;
    }

    public async Task NoteRestoredAsync(SchoolId school, Instant restoredTo, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        head.DoubtRegister(restoredTo);
        await head.Context.Sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, head.Now), cancellationToken);
        await head.Context.ParentLinks.Where(l => l.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.EndedAt, head.Now), cancellationToken);
        await head.Context.WebsiteTokens.Where(t => t.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.RevokedAt, head.Now), cancellationToken);
        head.Audit(BackupActs.Restored, "", restoredTo.ToString(), null);
        await head.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<VaultObject>> NeededAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var originals = await db.Media.Where(m => m.VaultedAt != null && m.ShreddedAt == null && m.Status != MediaStatus.Gone && m.Status != MediaStatus.Shredded)
            .Select(m => m.Id).ToListAsync(cancellationToken);
        var renditions = await db.Renditions.Where(r => r.MadeAt != default(Instant) && db.Media.Any(m => m.Id == r.MediaId && m.Status != MediaStatus.Gone))
            .Select(r => r.Id).ToListAsync(cancellationToken);
        return [.. originals.Select(m => VaultObject.Original(school, m)), .. renditions.Select(r => VaultObject.Rendition(school, r))];
    }

    public async Task<IReadOnlyList<MediaId>> NeedingAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Media.Where(m => m.VaultedAt != null && m.Status != MediaStatus.Gone).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    public async Task NoteShreddedAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var row = head.Context.Media.Where(m => m.Id == media && m.ShreddedAt == null && m.Status != MediaStatus.Sealed);
        await row.Where(m => m.SourceState == SourceState.Present).ExecuteUpdateAsync(set => set.SetProperty(m => m.SourceState, SourceState.Removed), cancellationToken);
        await row.ExecuteUpdateAsync(set => set.SetProperty(m => m.ShreddedAt, head.Now), cancellationToken);
        await head.CommitAsync(cancellationToken);
    }

    private static string Name(ArchiveKind kind) => kind == ArchiveKind.Keys ? "keys" : "books";

    private static async Task<BackupNote?> ReadAsync(RecordsContext db, ArchiveKind kind, CancellationToken cancellationToken)
    {
        var name = "backup-" + Name(kind);
        var text = await db.Settings.Where(s => s.Name == name).Select(s => s.Value).SingleOrDefaultAsync(cancellationToken);
        return text is null ? null : JsonSerializer.Deserialize<BackupNote>(text);
    }

    private static async Task WriteAsync(RecordsContext db, ArchiveKind kind, BackupNote note, CancellationToken cancellationToken)
    {
        var (name, text) = ("backup-" + Name(kind), JsonSerializer.Serialize(note));
        if (await db.Settings.SingleOrDefaultAsync(s => s.Name == name, cancellationToken) is { } row)
        {
            row.Value = text;
        }
        else
        {
            db.Settings.Add(new SettingRow { SchoolId = db.School, Name = name, Value = text });
        }
    }
}
