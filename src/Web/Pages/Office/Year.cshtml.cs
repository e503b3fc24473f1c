using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records.Register;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>The end of a school year: each class to its next, the oldest leave. Said back before it is done.</summary>
internal sealed class YearModel(IGroupBook book, SchoolCalendar calendar) : SchoolPage
{
    /// <summary>What a class's field says when its pupils leave, or stay as they are.</summary>
    public const string Leaves = "leave";
    public const string Stays = "stay";

    public IReadOnlyList<ClassSize> Classes { get; private set; } = [];

    /// <summary>What was chosen, by class; a class that is missing stays.</summary>
    public IReadOnlyDictionary<GroupId, GroupId?> Next { get; private set; } = new Dictionary<GroupId, GroupId?>();
    public DateOnly LastDay { get; private set; }
    public bool IsAsked { get; private set; }
    public string? Wrong { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Classes = await book.SizesAsync(Me.School, cancellationToken);
        LastDay = await calendar.TodayAsync(Me.School, cancellationToken);
        TakeNote();
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        IsAsked = await ReadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDoAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return Page();
        }

        var (moved, left) = await book.RollOverAsync(Me.School, Next, LastDay, Me.User, cancellationToken);
        var (on, gone) = (Words.Count(moved, "{0} pupil moves on", "{0} pupils move on"), Words.Count(left, "{0} leaves", "{0} leave"));
        Leave(Words.Text($"Done: {on}, {gone}. Import the new register when your MIS has it."));
        return Redirect("/office/register");
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Classes = await book.SizesAsync(Me.School, cancellationToken);
        var form = await Request.ReadFormAsync(cancellationToken);
        var next = new Dictionary<GroupId, GroupId?>();
        foreach (var group in Classes)
        {
            var chosen = form[group.Id.ToString()].ToString();
            if (chosen == Leaves)
            {
                next[group.Id] = null;
            }
            else if (Classes.FirstOrDefault(c => c.Id.ToString() == chosen && c.Id != group.Id) is { } to)
            {
                next[group.Id] = to.Id;
            }
        }

        Next = next;
        var isDay = DateOnly.TryParseExact(form["last"].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last);
        LastDay = isDay ? last : await calendar.TodayAsync(Me.School, cancellationToken);
        Wrong = !isDay ? Words.Text("Give the last day of the school year.") : next.Count == 0 ? Words.Text("Say of at least one class where its pupils go.") : null;
        return Wrong is null;
    }
}
