using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>The consent form on paper, for one child or for each of a class. It asks, and says nothing of what is on record.</summary>
internal sealed class FormModel(IRegisterViews register, IRecordsFactory records) : SchoolPage
{
    private static readonly PurposeId Biometric = new("biometric");

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "class")]
    public Guid? Class { get; set; }

    public string School { get; private set; } = "";
    public IReadOnlyList<RegisterLine> Children { get; private set; } = [];
    public IReadOnlyList<AskedPurpose> Purposes { get; private set; } = [];

    /// <summary>Comparing faces is asked for on a paper of its own.</summary>
    public bool MayCompareFaces { get; private set; }

    public string Back => Id is { } one ? $"/office/register/person/{new PersonId(one)}" : "/office/register";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<RegisterLine> people = Id is { } one
            ? await register.PersonAsync(Me.School, new PersonId(one), Reader.Office, cancellationToken) is { } history ? [history.Person] : []
            : Class is { } group ? await register.PeopleAsync(Me.School, null, new GroupId(group), false, cancellationToken) : [];
        Children = [.. people.Where(p => p.Kind == "pupil")];
        if (Children.Count == 0)
        {
            return NotFound();
        }

        School = (await records.SchoolsAsync(cancellationToken)).Single(s => s.Id == Me.School).Name;
        var purposes = await register.AskedPurposesAsync(Me.School, cancellationToken);
        Purposes = [.. purposes.Where(p => p.Purpose != Biometric)];
        MayCompareFaces = Purposes.Count < purposes.Count;
        return Page();
    }
}
