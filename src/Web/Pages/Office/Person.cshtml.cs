using MediaGuard.Records.Register;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Office;

/// <summary>One person as the office sees one.</summary>
internal sealed class PersonModel(IRegisterViews views, IRegisterBook book) : RegisterPersonPage(views, book)
{
    public override bool IsLead => false;

    public override string Address => $"/office/register/person/{Person}";

    public void OnGet() => TakeNote();
}
