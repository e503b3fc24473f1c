using MediaGuard.Journey.Matching;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>One person: what is on record for their enrolment, their photos, their template.</summary>
/// <remarks>Uploads are held in memory, however large: the framework would otherwise buffer them in a plain file.</remarks>
[RequestFormLimits(MemoryBufferThreshold = MostBytes, MultipartBodyLengthLimit = MostBytes)]
[RequestSizeLimit(MostBytes)]
internal sealed class EnrolModel(IMatchingBook book, IMatchingActs acts, SchoolCalendar calendar) : SchoolPage
{
    private const int MostBytes = 128 << 20;
    private const int MostPhotos = 5;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public EnrolmentView Person { get; private set; } = null!;
    public EnrolmentOutcome? Outcome { get; private set; }
    public bool IsOn { get; private set; }
    public bool KeepsPhotos { get; private set; }
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    private PersonId Who => new(Id);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet() => TakeNote();

    public Task<IActionResult> OnPostAddGuardianAsync(string? name, DateOnly? notified, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(name)
            ? Task.FromResult<IActionResult>(Again())
            : DoneAsync(acts.AddGuardianAsync(Me.School, Me.User, Who, name.Trim(), notified, cancellationToken), Words.Text("Added."));

    public Task<IActionResult> OnPostGuardianAsync(Guid guardian, DateOnly? notified, bool objects, CancellationToken cancellationToken)
    {
        if (Person.Guardians.FirstOrDefault(g => g.Id == guardian) is not { } known)
        {
            return Task.FromResult<IActionResult>(NotFound());
        }

        DateOnly? objected = objects ? known.ObjectedOn ?? Today : null;
        return DoneAsync(acts.SetGuardianAsync(Me.School, Me.User, guardian, notified, objected, cancellationToken), objects && known.ObjectedOn is null ? Words.Text("Noted. What was biometric of them is destroyed.") : Words.Text("Noted."));
    }

    public Task<IActionResult> OnPostConsentAsync(Guid? guardian, DateOnly? since, string? evidence, bool given, CancellationToken cancellationToken)
    {
        if ((guardian is { } by && Person.Guardians.All(g => g.Id != by)) || (given && guardian is null && Person.IsPupil))
        {
            return Task.FromResult<IActionResult>(NotFound());
        }

        if (given && (since is null || since > Today || string.IsNullOrWhiteSpace(evidence)))
        {
            Outcome = new EnrolmentOutcome(false, [Words.Text("A written consent needs the day it was signed, not later than today, and where the signed form lies.")], []);
            return Task.FromResult<IActionResult>(Page());
        }

        return DoneAsync(
            acts.RecordConsentAsync(Me.School, Me.User, Who, guardian, given, given ? since!.Value : Today, evidence?.Trim() ?? "", cancellationToken),
            given ? Words.Text("Recorded.") : Words.Text("Recorded. What was biometric of them is destroyed."));
    }

    public Task<IActionResult> OnPostRefusalAsync(bool refused, CancellationToken cancellationToken) =>
        DoneAsync(acts.SetRefusalAsync(Me.School, Me.User, Who, refused, cancellationToken), refused ? Words.Text("Noted. What was biometric of them is destroyed.") : Words.Text("Noted."));

    public async Task<IActionResult> OnPostEnrolAsync(List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (files.Count is 0 or > MostPhotos)
        {
            Outcome = new EnrolmentOutcome(false, [Words.Text("Choose one to five photos.")], []);
            return Page();
        }

        var streams = files.ConvertAll(f => f.OpenReadStream());
        try
        {
            Outcome = await acts.EnrolAsync(Me.School, Me.User, Who, streams, cancellationToken);
        }
        finally
        {
            streams.ForEach(s => s.Dispose());
        }

        if (!Outcome.IsEnrolled)
        {
            return Page();
        }

        Leave(Words.Text("Enrolled."));
        return Again();
    }

    public async Task<IActionResult> OnPostDestroyAsync(CancellationToken cancellationToken)
    {
        Leave(await acts.DestroyAsync(Me.School, Me.User, Who, cancellationToken) ? Words.Text("The template is destroyed.") : Words.Text("There was no template."));
        return Redirect("/lead/matching");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await book.PersonAsync(Me.School, Who, cancellationToken) is not { } person)
        {
            return false;
        }

        Person = person;
        var choice = (await book.StateAsync(Me.School, cancellationToken)).Choice;
        (IsOn, KeepsPhotos) = (choice.IsOn, choice.KeepsPhotos);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        return true;
    }

    private async Task<IActionResult> DoneAsync(Task<bool> act, string note)
    {
        if (!await act)
        {
            return NotFound();
        }

        Leave(note);
        return Again();
    }

    private RedirectResult Again() => Redirect($"/lead/matching/{Who}");
}
