using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MediaGuard.Web.Pages.Office;

/// <summary>An uploaded export against the register: which column is what, every difference, and applying it.</summary>
internal sealed class DraftModel(IImportBook book, IRegisterViews views) : SchoolPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ImportPreview Preview { get; private set; } = null!;

    public IReadOnlyList<(string Purpose, string Name)> Purposes { get; private set; } = [];

    /// <summary>The large changes are being asked about once more.</summary>
    public bool IsAskedTwice { get; private set; }

    /// <summary>What was chosen before: the words for yes and no stay until somebody takes them away.</summary>
    public ImportColumns Kept => file.Columns;

    private ImportRequest file = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var stop = HttpContext.RequestAborted;
        if (await book.FindDraftAsync(Me.School, Id, Me.User, stop) is not { } request)
        {
            context.Result = NotFound();
            return;
        }

        file = request;
        Purposes = [.. (await views.PurposesAsync(Me.School, stop)).Select(p => (p.Key.Value, p.Value))];
        Preview = await book.PreviewAsync(Me.School, request, stop);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => TakeNote();

    public async Task<IActionResult> OnPostMapAsync(CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        string Chosen(string field) => Preview.Headings.Contains(form[field].ToString()) ? form[field].ToString() : "";
        string? Same(string field, string? found) => Chosen(field) is var chosen && chosen == (found ?? "") && found is null ? null : chosen;
        await book.MapDraftAsync(
            Me.School,
            Id,
            Me.User,
            Kept with
            {
                Preset = form["preset"].ToString() is "sims" or "arbor" or "bromcom" or "scholarpack" ? form["preset"].ToString() : null,
                Key = Same("key", Preview.Columns.Key),
                FullName = Same("fullName", Preview.Columns.FullName),
                Forename = Same("forename", Preview.Columns.Forename),
                Surname = Same("surname", Preview.Columns.Surname),
                Preferred = Same("preferred", Preview.Columns.Preferred),
                Nicknames = Same("nicknames", Preview.Columns.Nicknames),
                Class = Same("class", Preview.Columns.Class),
                Year = Same("year", Preview.Columns.Year),
                Leaving = Same("leaving", Preview.Columns.Leaving),
                Answers = Purposes.ToDictionary(p => p.Purpose, p => Chosen("answer-" + p.Purpose)),
                Yes = Listed(form["yes"].ToString()),
                No = Listed(form["no"].ToString()),
            },
            cancellationToken);
        return Redirect($"/office/register/import/{Id:N}");
    }

    public async Task<IActionResult> OnPostApplyAsync(string? token, bool sure, CancellationToken cancellationToken)
    {
        if (Preview.Questions.Count > 0 && !sure && token == Preview.Token)
        {
            IsAskedTwice = true;
            return Page();
        }

        var outcome = await book.ApplyAsync(Me.School, file, token ?? "", Me.User, cancellationToken);
        if (outcome.Result == ImportResult.Applied)
        {
            await book.DropDraftAsync(Me.School, Id, Me.User, cancellationToken);
            Leave(Words.Text($"Applied. {outcome.Redecided} photos are decided again."));
            return Redirect("/office/register");
        }

        Leave(outcome.Result == ImportResult.Stale ? Words.Text("Nothing was applied: the register changed meanwhile. Look at the difference again.") : Words.Text("Nothing was applied."));
        return Redirect($"/office/register/import/{Id:N}");
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancellationToken)
    {
        await book.DropDraftAsync(Me.School, Id, Me.User, cancellationToken);
        Leave(Words.Text("Given up: nothing was changed, and the file is deleted here."));
        return Redirect("/office/register/import");
    }

    private static string[]? Listed(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : null;
}
