using MediaGuard.Consent.Register;
using MediaGuard.Records.Policies;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>One purpose as the form has it.</summary>
internal sealed class PurposeForm
{
    public string Purpose { get; set; } = "";

    public ConsentLength Lasts { get; set; }

    /// <summary>As it was typed; it counts where a yes lasts some months.</summary>
    public string? Months { get; set; }

    public LawfulBasis Basis { get; set; }

    public static PurposeForm Of(PurposeSetting setting) => new()
    {
        Purpose = setting.Purpose,
        Lasts = setting.Lasts,
        Months = setting.Lasts is ConsentLength.Months ? SchoolForm.Text(setting.Months) : null,
        Basis = setting.Basis,
    };

    public PurposeEdit Edit() => new(Purpose, Lasts, SchoolForm.Number(Months), Basis);
}
