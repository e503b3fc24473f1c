using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages;

/// <summary>The year's agreement: nothing else opens before it is signed.</summary>
internal sealed class AgreementModel(IAccessBook access, SessionGate sessions) : SchoolPage
{
    public int Number { get; private set; }

    public IReadOnlyList<string> Lines { get; private set; } = [];

    public bool Missed { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(int number, bool read, CancellationToken cancellationToken)
    {
        if (read && await access.SignAsync(Me.School, Me.User, number, cancellationToken))
        {
            sessions.Forget(Me.Session!.Value);
            return Redirect("/");
        }

        Missed = true;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var agreement = await access.AgreementAsync(Me.School, cancellationToken);
        Number = agreement.Number;
        Lines = [.. agreement.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
