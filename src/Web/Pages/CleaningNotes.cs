using MediaGuard.Media;

namespace MediaGuard.Web.Pages;

/// <summary>Says what cleaning made other than the file was.</summary>
internal static class CleaningNotes
{
    /// <param name="note">A word of the cleaning; one nobody wrote for is said as it is.</param>
    public static string Say(string note) => note switch
    {
        "first frame only" => Words.Text("It moved: only its first frame was kept."),
        "first page only" => Words.Text("The file had several pages: only the first was kept."),
        "primary picture only" => Words.Text("The file held several pictures: only the main one was kept."),
        "alpha laid on white" => Words.Text("Parts of it were see-through: they are white now."),
        _ => note,
    };
}
