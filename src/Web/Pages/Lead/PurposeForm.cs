using MediaGuard.Records.Policies;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>One purpose as the form has it.</summary>
internal sealed class PurposeForm
{
    public string Purpose { get; set; } = "";
    public string Lasts { get; set; } = "";

    /// <summary>As it was typed; it counts where a yes lasts some months.</summary>
    public string? Months { get; set; }
    public string Basis { get; set; } = "";

    public static PurposeForm Of(PurposeLine line) => new()
    {
        Purpose = line.Purpose,
        Lasts = line.Lasts,
        Months = line.Lasts == "months" ? SchoolForm.Text(line.Months) : null,
        Basis = line.Basis,
    };

    public PurposeEdit Edit() => new(Purpose, Lasts, SchoolForm.Number(Months), Basis);
}
