using MediaGuard.Journey.Uploads;
using MediaGuard.Records;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Upload;

/// <summary>Photos from an iPad or a computer into a class of one's own. All a guest sees.</summary>
internal sealed class IndexModel(IPhotoViews views, IUploadDesk desk) : SchoolPage
{
    internal const string ProblemKey = "left-out";

    [BindProperty(SupportsGet = true, Name = "class")]
    public Guid? Class { get; set; }

    public IReadOnlyList<ClassView> Classes { get; private set; } = [];

    public ClassView? Chosen { get; private set; }

    /// <summary>What of the plain form's files was left out, and why.</summary>
    public string? Problem { get; private set; }

    public long LargestFile => desk.Limits.File;

    /// <summary>Bytes the page sends at once.</summary>
    public int Piece => Math.Min(desk.Limits.Piece, 4 << 20);

    public bool SeesPhotos => Me.Is(SchoolRole.Teacher);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Classes = await views.ClassesAsync(Me.School, Me.User, cancellationToken);
        Chosen = Class is { } wanted ? Classes.FirstOrDefault(c => c.Id.Value == wanted) : Classes is [var first, ..] ? first : null;
        TakeNote();
        Problem = TempData[ProblemKey] as string;
        return Chosen is null && Class is not null ? NotFound() : Page();
    }
}
