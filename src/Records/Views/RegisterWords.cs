using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>Says the register's short words to people.</summary>
public static class RegisterWords
{
    /// <summary>For a line's <see cref="RegisterLine.Kind"/>.</summary>
    public static string Kind(string kind) => kind switch
    {
        "pupil" => Words.Text("pupil"),
        "staff" => Words.Text("staff"),
        "volunteer" => Words.Text("volunteer"),
        "visitor" => Words.Text("visitor"),
        _ => kind,
    };

    /// <summary>How it was said; forms and records hold the way itself.</summary>
    public static string Way(string way) => way switch
    {
        "telephone" => Words.Text("telephone"),
        "form" => Words.Text("form"),
        "letter" => Words.Text("letter"),
        "e-mail" => Words.Text("e-mail"),
        "in person" => Words.Text("in person"),
        _ => way,
    };

    /// <summary>For a <see cref="SchoolRole"/>.</summary>
    public static string Role(string role) => role switch
    {
        SchoolRole.Teacher => Words.Text("teacher"),
        SchoolRole.Office => Words.Text("office"),
        SchoolRole.Editor => Words.Text("editor"),
        SchoolRole.Lead => Words.Text("lead"),
        SchoolRole.Technician => Words.Text("technician"),
        SchoolRole.Guest => Words.Text("guest"),
        _ => role,
    };

    /// <summary>For a line's <see cref="ConsentLine.Word"/>.</summary>
    public static string Answer(string word) => word switch
    {
        "yes" => Words.Text("yes"),
        "no" => Words.Text("no"),
        "withdrawn" => Words.Text("withdrawn"),
        "objected" => Words.Text("objected"),
        _ => word,
    };
}
