using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MediaGuard.Web.Pages;

/// <summary>One person of the register. A no is recorded at once; a yes is asked about once more.</summary>
internal abstract class RegisterPersonPage(IRegisterViews views, IRegisterBook book, IGuardianBook guardians) : SchoolPage
{
    /// <summary>How something can be said; a form may send no other.</summary>
    public static readonly IReadOnlyList<string> Ways = ["telephone", "form", "letter", "e-mail", "in person"];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public PersonId Person => new(Id);

    public PersonHistory History { get; private set; } = null!;

    /// <summary>Parents and guardians, those who are one no longer last.</summary>
    public IReadOnlyList<GuardianLine> Guardians { get; private set; } = [];

    /// <summary>The yes that is being asked about once more.</summary>
    public AskedYes? Asked { get; private set; }

    public abstract bool IsLead { get; }

    /// <summary>This person's page, for this role.</summary>
    public abstract string Address { get; }

    protected IRegisterViews Views => views;

    protected IRegisterBook Book => book;

    protected IGuardianBook GuardianBook => guardians;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var history = await views.PersonAsync(Me.School, Person, IsLead ? Reader.Lead : Reader.Office, HttpContext.RequestAborted);
        if (history is null)
        {
            context.Result = NotFound();
            return;
        }

        History = history;
        Guardians = await guardians.ListAsync(Me.School, Person, HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    public async Task<IActionResult> OnPostNoAsync(string? purpose, string? how, string? evidence, Guid? guardian, CancellationToken cancellationToken)
    {
        List<PurposeId> meant = [.. History.Person.Standings.Where(s => purpose == "all" || s.Purpose.Value == purpose).Select(s => s.Purpose)];
        if (meant.Count == 0 || !IsKnown(how, guardian))
        {
            return BadRequest();
        }

        var count = await book.RefuseAsync(Me.School, Person, meant, how!, Short(evidence), guardian, Me.User, cancellationToken);
        Leave(count is > 0 and var photos
            ? Words.Count(
                photos,
                "The no is recorded. {0} photo is decided again, and what is out is called back.",
                "The no is recorded. {0} photos are decided again, and what is out is called back.")
            : Words.Text("The no is recorded."));
        return Redirect(Address);
    }

    /// <summary>First step of a yes: says it back.</summary>
    public IActionResult OnPostAskYes(string? purpose, string? how, string? evidence, DateOnly? until, Guid? guardian)
    {
        if (History.Person.Standings.FirstOrDefault(s => s.Purpose.Value == purpose) is not { } standing || !IsKnown(how, guardian))
        {
            return BadRequest();
        }

        Asked = new AskedYes(standing, how!, Short(evidence), until, Guardians.FirstOrDefault(g => g.Id == guardian));
        return Page();
    }

    public async Task<IActionResult> OnPostYesAsync(string? purpose, string? how, string? evidence, DateOnly? until, Guid? guardian, CancellationToken cancellationToken)
    {
        if (History.Person.Standings.FirstOrDefault(s => s.Purpose.Value == purpose) is not { } standing || !IsKnown(how, guardian))
        {
            return BadRequest();
        }

        var result = await book.GiveAsync(Me.School, Person, standing.Purpose, until, how!, Short(evidence), guardian, IsLead, Me.User, cancellationToken);
        Leave(YesWords.For(result));
        return Redirect(result != GiveResult.NoSuchPerson ? Address : IsLead ? "/lead/access" : "/office/register");
    }

    protected static string Short(string? text) => text is null ? "" : text.Trim() is { Length: > 500 } longer ? longer[..500] : text.Trim();

    private bool IsKnown(string? how, Guid? guardian) => Ways.Contains(how) && (guardian is null || Guardians.Any(g => g.Id == guardian));
}
