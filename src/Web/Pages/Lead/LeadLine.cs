using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>One line of the lead's overview: how something stands, in a sentence, and where it is handled.</summary>
/// <param name="Tone">Of the chip: good, wait, no or none.</param>
/// <param name="Where">The page that handles it.</param>
/// <param name="Role">Who may open that page; somebody else is told whom to ask.</param>
internal sealed record LeadLine(string Tone, string What, string Says, string Where, string WhereName, string Role)
{
    /// <summary>Further lines, each a thing by itself.</summary>
    public IReadOnlyList<string> Each { get; init; } = [];

    public (string Icon, string Word) Chip => Tone switch
    {
        "no" => ("cross", Words.Text("Act")),
        "wait" => ("hand", Words.Text("Look")),
        _ => ("check", Words.Text("Well")),
    };

    /// <summary>Whom somebody else asks.</summary>
    public string RoleName => Role switch
    {
        SchoolRole.Office => Words.Text("Office"),
        SchoolRole.Technician => Words.Text("Technician"),
        SchoolRole.Lead => Words.Text("Lead"),
        _ => Role,
    };

    /// <summary>Worst first.</summary>
    public int Weight => Tone switch { "no" => 0, "wait" => 1, _ => 2 };
}
