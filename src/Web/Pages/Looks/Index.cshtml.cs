using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Looks;

/// <summary>A picture somebody else has gone through already, with the same question and without their answer.</summary>
internal sealed class IndexModel(ILookViews views, ISheetActs acts) : SchoolPage
{
    [BindProperty(Name = "batch")]
    public Guid Batch { get; set; }

    [BindProperty(Name = "id")]
    public Guid Id { get; set; }

    /// <summary>Those who are in it.</summary>
    [BindProperty(Name = "in")]
    public Guid[] Saw { get; set; } = [];

    /// <summary>Nobody else of those asked about, and nobody from outside, is in it.</summary>
    [BindProperty(Name = "rest")]
    public bool Rest { get; set; }

    public LookQuestion? Question { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>The answer was sent without the tick.</summary>
    public bool IsUnticked { get; private set; }

    private bool EveryClass => Me.Is(SchoolRole.Office);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(null, cancellationToken);
        TakeNote();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Rest)
        {
            await LoadAsync((Batch, new MediaId(Id)), cancellationToken);
            IsUnticked = Question is not null;
            return Question is null ? NotFound() : Page();
        }

        return await AnswerAsync(isSure: true, cancellationToken);
    }

    public Task<IActionResult> OnPostUnsureAsync(CancellationToken cancellationToken) => AnswerAsync(isSure: false, cancellationToken);

    private async Task<IActionResult> AnswerAsync(bool isSure, CancellationToken cancellationToken)
    {
        var media = new MediaId(Id);
        if (await views.QuestionAsync(Me.School, Me.User, EveryClass, Batch, media, cancellationToken) is not { } question)
        {
            return NotFound();
        }

        var saw = question.Listed.Select(p => p.Id).Where(p => Saw.Contains(p.Value));
        await acts.LookAgainAsync(Me.School, Me.User, new LookAnswer(Batch, media, [.. saw], isSure), cancellationToken);
        Leave(Words.Text("Thank you. Your answer is noted."));
        return Redirect("/second-look");
    }

    /// <param name="which">The one to show again; null for the one that has waited longest.</param>
    private async Task LoadAsync((Guid Batch, MediaId Media)? which, CancellationToken cancellationToken)
    {
        var waiting = await views.WaitingAsync(Me.School, Me.User, EveryClass, cancellationToken);
        Waiting = waiting.Count;
        if (which is not null || waiting.Count > 0)
        {
            var (batch, media) = which ?? waiting[0];
            Question = await views.QuestionAsync(Me.School, Me.User, EveryClass, batch, media, cancellationToken);
        }
    }
}
