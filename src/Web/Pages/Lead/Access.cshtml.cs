using MediaGuard.Journey.Subjects;
using MediaGuard.Media;
using MediaGuard.Records.Subjects;
using MediaGuard.Records.Views;
using MediaGuard.Web.Api;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>What is held about one person, for them to read. A name is sent in the form, never in the address, and looked up to an id.</summary>
internal sealed class AccessModel(ISubjectBook book, ISubjectAccess access, IRegisterViews register, TimeProvider clock) : SchoolPage
{
    public const int Most = 50;

    public string Search { get; private set; } = "";

    /// <summary>People who fit, when more than one does.</summary>
    public IReadOnlyList<RegisterLine> Choice { get; private set; } = [];

    /// <summary>Who was chosen; null while nobody is.</summary>
    public SubjectRecord? Record { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        TakeNote();
        return id is null || await LoadAsync(id.Value, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostFindAsync(string? person, CancellationToken cancellationToken)
    {
        Search = person?.Trim() ?? "";
        if (Search.Length is 0 or > 200)
        {
            Leave(Words.Text("Type a name, or a UPN or MIS number."));
            return Redirect("/lead/access");
        }

        var fit = await register.PeopleAsync(Me.School, Search, null, true, cancellationToken);
        if (fit.Count == 1)
        {
            return Redirect($"/lead/access/{fit[0].Id}");
        }

        Choice = [.. fit.Take(Most)];
        return Page();
    }

    /// <summary>Streams the archive, made as it is sent.</summary>
    public async Task<IActionResult> OnPostMakeAsync(Guid? id, bool sure, CancellationToken cancellationToken)
    {
        if (id is not { } person || !await LoadAsync(person, cancellationToken))
        {
            return NotFound();
        }

        if (!sure)
        {
            Leave(Words.Text("Nothing was made: first find out who asks, then tick that you have."));
            return Redirect($"/lead/access/{person:N}");
        }

        CopyZip.Begin(HttpContext, $"what-we-hold-{clock.GetUtcNow():yyyyMMdd-HHmm}.zip");
        await access.WriteAsync(Record!, Me.User, Response.Body, cancellationToken);
        return new EmptyResult();
    }

    private async Task<bool> LoadAsync(Guid person, CancellationToken cancellationToken) =>
        (Record = await book.ReadAsync(Me.School, new PersonId(person), cancellationToken)) is not null;
}
