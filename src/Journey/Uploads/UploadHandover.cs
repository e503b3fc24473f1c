using System.Security.Cryptography;
using MediaGuard.Ingest.Uploads;
using MediaGuard.Media;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Uploads;

/// <summary>Hands what came whole over to the share.</summary>
internal sealed class UploadHandover(IPartialUploads partials, IShareDrop drop, Shares shares, IPhotoViews views, IHeads heads, ILogger<UploadHandover> logger)
{
    /// <summary>
    /// Puts it into the share once it is whole. It was a class of theirs when they began, so it is put there whatever they teach by now; where that class is no more, into a folder
    /// of no class, where the office finds it. What is not what was sent is removed, and that is audited.
    /// </summary>
    public async Task<UploadStanding> FinishAsync(UploadNote note, CancellationToken cancellationToken)
    {
        if (note.IsDone || note.Length < 0 || partials.OffsetOf(note) < note.Length)
        {
            return Standing(note);
        }

        using var hold = partials.TryHold(note.Id);
        if (hold is null)
        {
            return Standing(note, UploadRefusal.Busy);
        }

        if (partials.Find(note.Id) is not { IsDone: false })
        {
            return Standing(partials.Find(note.Id) ?? note);
        }

        var @class = (await views.ClassesAsync(note.School, null, cancellationToken)).FirstOrDefault(c => c.Id == note.Group)?.Name ?? ClassFolder.OfNoClass;
        if (!await IsWhatWasSentAsync(note, cancellationToken))
        {
            LogMessages.UploadDamaged(logger, note.School, note.Id);
            await NoteAsync("upload-damaged", note);
            partials.Drop(note);
            return Standing(note, UploadRefusal.Damaged);
        }

        // from here on to the end, whoever hangs up: it is a matter of milliseconds, and half of it would be done twice
        try
        {
            await using var file = partials.Read(note);
            await drop.PutAsync(
                await shares.RootAsync(note.School, CancellationToken.None), ClassFolder.Matcher(@class), ClassFolder.NameOf(@class), note.Id, UploadName.For(note.Name, note.Id), file, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogMessages.UploadWaits(logger, note.School, e.GetType().Name);
            return Standing(note, UploadRefusal.ShareAway);
        }

        await NoteAsync("uploaded", note);
        partials.Done(note);
        return new UploadStanding(note.Id, note.Length, note.Length, IsDone: true, UploadRefusal.None);
    }

    public UploadStanding Standing(UploadNote note, UploadRefusal refusal = UploadRefusal.None) => new(note.Id, partials.OffsetOf(note), note.Length, note.IsDone, refusal);

    private async Task NoteAsync(string act, UploadNote note)
    {
        await using var head = await heads.BeginAsync(note.School, CancellationToken.None);
        head.Audit(act, note.Group.ToString(), note.Id.ToString(), note.By);
        await head.CommitAsync(CancellationToken.None);
    }

    private async Task<bool> IsWhatWasSentAsync(UploadNote note, CancellationToken cancellationToken)
    {
        if (note.Sha256.Length == 0)
        {
            return true;
        }

        await using var file = partials.Read(note);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)) == note.Sha256;
    }
}
