using System.Globalization;
using MediaGuard.Journey.Evaluation;
using MediaGuard.Journey.Matching;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using MediaGuard.Web.Api;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>Switches matching on and off, says what is known of its quality, and lists who is enrolled.</summary>
internal sealed class MatchingModel(IMatchingBook book, IMatchingActs acts, MatchingReports reports, SchoolCalendar calendar) : SchoolPage
{
    public bool IsOn { get; private set; }

    /// <summary>What the form shows: what holds, or what was just sent and not taken.</summary>
    public MatchingChoice Form { get; private set; } = MatchingChoice.Off;
    public IReadOnlyList<string> Missing { get; private set; } = [];
    public IReadOnlyList<MatchedGroup> Groups { get; private set; } = [];
    public IReadOnlyList<EnrolmentView> Enrolled { get; private set; } = [];
    public IReadOnlyList<EnrolmentView> Others { get; private set; } = [];
    public MatchingSummary? Last { get; private set; }
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(null, cancellationToken);

    /// <summary>From the list of names to the person's page.</summary>
    public IActionResult OnGetPerson(Guid person) => Redirect($"/lead/matching/{new PersonId(person)}");

    /// <summary>The page of the school's last evaluation, as it was written.</summary>
    public async Task<IActionResult> OnGetReportAsync(CancellationToken cancellationToken)
    {
        if (await reports.PageAsync(Me.School, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        HttpContext.Items[SecurityHeaders.Report] = true;
        return Content(page, "text/html; charset=utf-8");
    }

    public async Task<IActionResult> OnPostChooseAsync(
        bool on, DateOnly? assessed, string? reference, string? lead, bool keeps, DateOnly? advised, string? adviceReference, string? adviceBy, CancellationToken cancellationToken)
    {
        var isAdvised = advised is not null || !string.IsNullOrWhiteSpace(adviceReference) || !string.IsNullOrWhiteSpace(adviceBy);
        var choice = new MatchingChoice(on, assessed, reference, lead, keeps, isAdvised ? new LegalAdvice(advised ?? default, adviceReference?.Trim() ?? "", adviceBy?.Trim() ?? "") : null);
        Missing = on && choice.Advice is { } advice && (advised is null || advice.Reference.Length == 0 || advice.By.Length == 0)
            ? [Words.Text("Legal advice needs its date, its reference and who gave it; leave all three empty if there is none.")]
            : await acts.ChooseAsync(Me.School, Me.User, choice, cancellationToken);
        if (Missing.Count > 0)
        {
            await ShowAsync(choice, cancellationToken);
            return Page();
        }

        Leave(on ? Words.Text("Matching is on. Switch it on for a class, and enrol people.") : Words.Text("Matching is off."));
        return Redirect("/lead/matching");
    }

    public async Task<IActionResult> OnPostGroupAsync(Guid group, bool on, CancellationToken cancellationToken)
    {
        if (!await acts.ChooseGroupAsync(Me.School, Me.User, new GroupId(group), on, cancellationToken))
        {
            return NotFound();
        }

        Leave(on ? Words.Text("Matching is on for the class.") : Words.Text("Matching is off for the class."));
        return Redirect("/lead/matching");
    }

    public static string Percent(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private async Task ShowAsync(MatchingChoice? sent, CancellationToken cancellationToken)
    {
        var state = await book.StateAsync(Me.School, cancellationToken);
        IsOn = state.Choice.IsOn;
        Form = sent ?? state.Choice;
        Groups = state.Groups;
        var people = await book.PeopleAsync(Me.School, cancellationToken);
        Enrolled = [.. people.Where(p => p.EnrolledAt is not null)];
        Others = [.. people.Where(p => p.EnrolledAt is null)];
        Last = await reports.LastAsync(Me.School, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        TakeNote();
    }
}
