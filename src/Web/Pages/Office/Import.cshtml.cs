using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>Where an export comes in, and the imports so far. It is held in memory: a register's names never lie in a temporary file.</summary>
[RequestFormLimits(MemoryBufferThreshold = MostTaken, MultipartBodyLengthLimit = MostTaken)]
[RequestSizeLimit(MostTaken)]
internal sealed class ImportModel(IImportBook book, IRegisterViews views, SchoolCalendar calendar) : SchoolPage
{
    private const long MostBytes = 20 << 20;

    // so much larger that what is sent by mistake is answered in words
    private const int MostTaken = 64 << 20;

    public IReadOnlyList<ImportRunView> Runs { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }
    public string? Wrong { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null or { Length: 0 } or { Length: > MostBytes })
        {
            Wrong = file is { Length: > MostBytes } ? Words.Text("The file is far larger than a school's register.") : Words.Text("Choose the file first.");
            await ShowAsync(cancellationToken);
            return Page();
        }

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        var draft = await book.KeepDraftAsync(Me.School, new ImportRequest(bytes.ToArray(), new ImportColumns()), Me.User, cancellationToken);
        return Redirect($"/office/register/import/{draft:N}");
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid run, CancellationToken cancellationToken)
    {
        Leave(await book.UndoAsync(Me.School, run, Me.User, cancellationToken) switch
        {
            UndoResult.Undone => Words.Text("Undone: the register is as it was before. Nothing that was called back goes out again by itself."),
            UndoResult.LaterDepends => Words.Text("Not undone: something it made or changed was used or changed since. Mend it by hand or by another import."),
            UndoResult.AlreadyUndone => Words.Text("It was undone before."),
            UndoResult.NoSuchRun => Words.Text("There is no such import."),
        });
        return Redirect("/office/register/import");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Runs = await views.RunsAsync(Me.School, 20, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        TakeNote();
    }
}
