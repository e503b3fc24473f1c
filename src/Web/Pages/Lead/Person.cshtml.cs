using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>One person as the safeguarding lead sees one: who said what, protection and why. The lead may record otherwise where a no stands.</summary>
internal sealed class PersonModel(IRegisterViews views, IRegisterBook book, IGuardianBook guardians) : RegisterPersonPage(views, book, guardians)
{
    public override bool IsLead => true;

    public override string Address => $"/lead/person/{Person}";

    public ProtectedLine? Protection { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Protection = (await Views.ProtectedAsync(Me.School, Reader.Lead, cancellationToken)).FirstOrDefault(p => p.Person == Person);
        TakeNote();
    }

    public async Task<IActionResult> OnPostProtectAsync(string? reason, CancellationToken cancellationToken)
    {
        if (Short(reason) is not { Length: > 0 } why)
        {
            Leave(Words.Text("Not protected yet: say why."));
            return Redirect(Address);
        }

        await Book.ProtectAsync(Me.School, Person, why, Me.User, cancellationToken);
        Leave(Words.Text("Protected. What is out is called back; to everybody else it looks like a refusal by the family."));
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostEraseAsync(bool sure, CancellationToken cancellationToken)
    {
        if (!sure)
        {
            Leave(Words.Text("Not erased: tick that you are sure."));
            return Redirect(Address);
        }

        await Book.EraseAsync(Me.School, Person, Me.User, cancellationToken);
        Leave(Words.Text("Erased. What is out is called back; what is left on record leads to nobody."));
        return Redirect("/lead/protected");
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        await Book.EndProtectionAsync(Me.School, Person, Me.User, cancellationToken);
        Leave(Words.Text("Protection ended. The refusals stand until you record otherwise here."));
        return Redirect(Address);
    }
}
