using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>Adds somebody by hand, or corrects an entry.</summary>
internal sealed class EditModel(IRegisterViews register, IPhotoViews views, IRegisterBook book) : SchoolPage
{
    public static readonly IReadOnlyList<string> Kinds = ["pupil", "staff", "volunteer", "visitor"];

    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public string FullName { get; set; } = "";

    [BindProperty]
    public string? PreferredName { get; set; }

    [BindProperty]
    public string? Nicknames { get; set; }

    [BindProperty]
    public string Kind { get; set; } = "pupil";

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public int? YearGroup { get; set; }

    [BindProperty]
    public DateOnly? LeftOn { get; set; }

    [BindProperty]
    public Guid? Class { get; set; }

    /// <summary>The entry as the form was opened with; empty for somebody new.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public IReadOnlyList<ClassView> Classes { get; private set; } = [];

    public string? Wrong { get; private set; }

    /// <summary>Somebody changed the entry since the form was opened.</summary>
    public bool IsStale { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Classes = await views.ClassesAsync(Me.School, null, cancellationToken);
        if (Id is not { } id)
        {
            return Page();
        }

        if (await register.PersonAsync(Me.School, new PersonId(id), Reader.Office, cancellationToken) is not { Person: var person })
        {
            return NotFound();
        }

        (FullName, PreferredName, Nicknames, Kind, Key, YearGroup, LeftOn) = (person.Name, person.PreferredName, person.Nicknames, person.Kind, person.Key, person.YearGroup, person.LeftOn);
        Class = Classes.FirstOrDefault(c => c.Name == person.Class)?.Id.Value;
        Seen = person.Seen;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Classes = await views.ClassesAsync(Me.School, null, cancellationToken);
        var name = FullName?.Trim() ?? "";
        if (name.Length is 0 or > 200 || PreferredName?.Length > 200 || NicknameText.Tidy(Nicknames).Length > NicknameText.Longest || Key?.Length > 40 || !Kinds.Contains(Kind) || !ModelState.IsValid || (Class is { } chosen && Classes.All(c => c.Id.Value != chosen)))
        {
            Wrong = Words.Text("Give a name of at most 200 letters, nicknames of at most 200 together, and days and numbers the fields can read.");
            return Page();
        }

        var preferred = string.IsNullOrWhiteSpace(PreferredName) ? name.Split(' ')[0] : PreferredName.Trim();
        var edit = new PersonEdit(Kind, name, preferred, Key ?? "", YearGroup, LeftOn, Class is { } group ? new GroupId(group) : null) { Nicknames = Nicknames ?? "", Seen = Seen ?? "" };
        var (result, person) = Id is { } id
            ? (await book.EditPersonAsync(Me.School, new PersonId(id), edit, Me.User, cancellationToken), new PersonId(id))
            : await book.AddPersonAsync(Me.School, edit, Me.User, cancellationToken);
        switch (result)
        {
            case GiveResult.Recorded:
                Leave(Words.Text("Saved."));
                return Redirect($"/office/register/person/{person}");
            case GiveResult.NoSuchPerson:
                return NotFound();
            case GiveResult.Stale:
                (Wrong, IsStale) = (Words.Text("Somebody changed this entry meanwhile. Load it again to see how it stands now, then change what you meant to."), true);
                return Page();
            default:
                Wrong = Words.Text("Somebody else on the register has that number.");
                return Page();
        }
    }
}
