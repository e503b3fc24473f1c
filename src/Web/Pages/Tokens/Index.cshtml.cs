using MediaGuard.Media;
using MediaGuard.Records.Publications;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Tokens;

/// <summary>Tokens by which the website's content system fetches what is cleared. Each is shown once, when it is made.</summary>
internal sealed class IndexModel(ITokenBook book, SchoolCalendar calendar) : SchoolPage
{
    private const int UsualDays = 180;
    private TimeZoneInfo zone = TimeZoneInfo.Utc;

    public IReadOnlyList<TokenLine> Tokens { get; private set; } = [];

    /// <summary>A token just made; shown this once.</summary>
    public string? Token { get; private set; }

    public string? Wrong { get; private set; }

    public string Name { get; private set; } = "";

    public DateOnly Until { get; private set; }

    public DateOnly Today { get; private set; }

    public DateOnly Latest => Today.AddDays(WebsiteTokenRules.MostDays);

    /// <summary>The address under which this program is reached.</summary>
    public string Root => $"{Request.Scheme}://{Request.Host}{Api.Website.WebsiteEndpoints.Root}";

    public string Say(Instant moment) => SchoolCalendar.Say(moment, zone, Today);

    public string SayDay(Instant moment) => (moment - TimeSpan.FromSeconds(1)).DayIn(zone).ToString("d MMMM yyyy", Words.Culture);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        TakeNote();
        await LoadAsync(cancellationToken);
        Until = Today.AddDays(UsualDays);
    }

    public async Task<IActionResult> OnPostMakeAsync(string? name, DateOnly? until, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        (Name, Until) = (name?.Trim() ?? "", until ?? Today.AddDays(UsualDays));
        Wrong = Name.Length is 0 or > WebsiteTokenRules.LongestName ? Words.Text($"Say what the token is for, in at most {WebsiteTokenRules.LongestName} characters: for example the content system’s name.")
            : until is not { } day ? Words.Text("Give the last day the token works, as a day of the calendar.")
            : day < Today ? Words.Text("The last day is over already.")
            : day > Latest ? Words.Text("A token works for little more than a year. Give an earlier last day; make a new one before then.")
            : null;
        if (Wrong is null)
        {
            Token = (await book.MakeAsync(Me.School, Name, Instant.StartOf(Until.AddDays(1), zone), Me.User, cancellationToken)).Token;
            (Name, Until) = ("", Today.AddDays(UsualDays));
            await LoadAsync(cancellationToken);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid token, CancellationToken cancellationToken)
    {
        if (!await book.RevokeAsync(Me.School, token, Me.User, cancellationToken))
        {
            return NotFound();
        }

        Leave(Words.Text("The token is ended. Whoever shows it from now on gets nothing."));
        return Redirect("/tokens");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        Tokens = await book.ListAsync(Me.School, cancellationToken);
    }
}
