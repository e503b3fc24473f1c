using System.Text;
using MediaGuard.Media;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>One incident: whom to tell and by when, what was done, whose families it affects, and its export.</summary>
internal sealed class IncidentModel(IIncidentBook book, IRegisterViews register, SchoolCalendar calendar) : SchoolPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IncidentDetail Detail { get; private set; } = null!;
    public IReadOnlyList<RegisterLine> Others { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }
    public string? Wrong { get; private set; }

    /// <summary>How it ended, as it was typed and not taken yet.</summary>
    public string? Outcome { get; private set; }

    public string Address => $"/lead/incidents/{Id:N}";

    /// <summary>What a family can be told before more is known.</summary>
    public string Letter =>
        Words.Text($"On {SchoolCalendar.Say(Detail.Line.Day, Today)} something happened that concerns your child: {IncidentSentences.Of(Detail.Line.Kind).ToLowerInvariant()}. We have told those who must know and are following it up.")
        + " "
        + Words.Text("What we know so far, and what we are doing: … If you have questions or want to complain, write to the school’s data protection officer or to the Information Commissioner’s Office.");

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var stop = HttpContext.RequestAborted;
        if (await book.FindAsync(Me.School, Id, stop) is not { } detail)
        {
            context.Result = NotFound();
            return;
        }

        Detail = detail;
        Zone = await calendar.ZoneAsync(Me.School, stop);
        Today = await calendar.TodayAsync(Me.School, stop);
        Others = [.. (await register.PeopleAsync(Me.School, null, null, false, stop)).ExceptBy(detail.Families.Select(f => f.Person), p => p.Id)];
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public void OnGet() => TakeNote();

    public IActionResult OnGetExport(string? @as) => @as == "json"
        ? File(Encoding.UTF8.GetBytes(IncidentExport.AsJson(Detail)), "application/json", $"incident-{Id:N}.json")
        : File(Encoding.UTF8.GetBytes(IncidentExport.AsText(Detail, Zone)), "text/plain; charset=utf-8", $"incident-{Id:N}.txt");

    public async Task<IActionResult> OnPostTellAsync(IncidentParty party, string? text, CancellationToken cancellationToken) =>
        End(await book.TellAsync(Me.School, Id, party, Short(text), Me.User, cancellationToken), Words.Text("Written down."));

    public async Task<IActionResult> OnPostTellFamilyAsync(Guid person, CancellationToken cancellationToken) =>
        End(await book.TellFamilyAsync(Me.School, Id, new PersonId(person), Me.User, cancellationToken), Words.Text("Written down."));

    public async Task<IActionResult> OnPostAffectAsync(string[] people, CancellationToken cancellationToken) =>
        End(await book.AffectAsync(Me.School, Id, [.. people.Where(p => Guid.TryParse(p, out _)).Select(p => new PersonId(Guid.Parse(p)))], Me.User, cancellationToken), Words.Text("Saved."));

    public async Task<IActionResult> OnPostNoteAsync(string? text, CancellationToken cancellationToken) => Short(text) is { Length: > 0 } note
        ? End(await book.NoteAsync(Me.School, Id, note, Me.User, cancellationToken), Words.Text("Written down."))
        : Not(Words.Text("Write the note first."));

    public async Task<IActionResult> OnPostCloseAsync(string? outcome, CancellationToken cancellationToken)
    {
        Outcome = Short(outcome);
        return Outcome.Length > 0
            ? End(await book.CloseAsync(Me.School, Id, Outcome, Me.User, cancellationToken), Words.Text("Closed."))
            : Not(Words.Text("Say how it ended."));
    }

    private static string Short(string? text) => text?.Trim() is { } trimmed ? trimmed[..Math.Min(trimmed.Length, 4000)] : "";

    private IActionResult End(IncidentResult result, string note)
    {
        switch (result)
        {
            case IncidentResult.Done:
                Leave(note);
                return Redirect(Address);
            case IncidentResult.SomebodyNotTold:
                return Not(Words.Text("Somebody who must be told was not told yet. Tell them, say so here, and then close it."));
            case IncidentResult.Closed:
                return Not(Words.Text("It is closed: nothing changes any more. Open a new one if there is news."));
            default:
                return NotFound();
        }
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Not(string wrong)
    {
        Wrong = wrong;
        return Page();
    }
}
