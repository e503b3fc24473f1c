using MediaGuard.Media;
using MediaGuard.Records.Devices;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>What an adult who leaves gives back, and what is ended for them.</summary>
internal sealed class LeavingModel(IDeviceBook book) : SchoolPage
{
    public IReadOnlyList<HolderView> Holders { get; private set; } = [];
    public Leaving? List { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        Holders = await book.HoldersAsync(Me.School, cancellationToken);
        List = id is { } person ? await book.LeavingAsync(Me.School, new PersonId(person), cancellationToken) : null;
        return id is null || List is not null ? Page() : NotFound();
    }

    public IActionResult OnPost(Guid? person) => Redirect(person is { } id ? $"/technician/leaving/{new PersonId(id)}" : "/technician/leaving");
}
