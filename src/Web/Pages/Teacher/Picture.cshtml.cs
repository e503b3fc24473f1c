using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records.Views;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Teacher;

/// <summary>One picture of the teacher's own class, with the questions of the contact sheet.</summary>
internal sealed class PictureModel(IPhotoViews views, IHumanActs acts, SchoolCalendar calendar, PhotoAccess access) : PicturePage(views, acts, calendar)
{
    public override bool Decides => false;

    public override string Address => $"/teacher/picture/{Media}";

    /// <summary>Other pictures of the day that are looked at one by one.</summary>
    public MediaId? Next { get; private set; }

    protected override string Away => "/teacher";

    protected override Reader Reader => Reader.Teacher;

    protected override UserId? ClassesOf => Me.User;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        var day = await Views.DayAsync(Me.School, Photo.Group, Photo.ArrivedOn, Reader, cancellationToken);
        var waiting = day.Where(p => p.Id != Media && p.Channels.Any(c => SheetPick.IsOneByOne(p, c.Channel))).Select(p => p.Id).ToList();
        Next = waiting.FirstOrDefault(id => id.Value.CompareTo(Id) > 0) is { Value: var after } && after != Guid.Empty ? new MediaId(after) : waiting.Count > 0 ? waiting[0] : null;
        return Page();
    }

    protected override Task<bool> MayAsync(CancellationToken cancellationToken) => access.TeachesAsync(Me, Media, cancellationToken);
}
