using MediaGuard.Journey.Inspection;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>What the program stands on, and how to mend what is wrong.</summary>
internal sealed class IndexModel(IDoctor doctor) : SchoolPage
{
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Findings = await doctor.ExamineAsync(cancellationToken);
}
