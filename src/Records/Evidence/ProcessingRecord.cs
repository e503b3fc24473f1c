using System.Text;
using MediaGuard.Consent.Register;

namespace MediaGuard.Records.Evidence;

/// <summary>The record of processing activities (UK GDPR article 30) as a table for a spreadsheet.</summary>
public static class ProcessingRecord
{
    private const string Fill = "FOR THE SCHOOL TO FILL IN";
    private const string Confirm = "to be confirmed by the school";
    private const string Task = $"Public task, article 6(1)(e); {Confirm}";

    private static readonly string[] Columns =
    [
        "Activity", "Controller", "Data protection officer", "Purpose", "Lawful basis", "People", "Data", "Recipients", "Transfers outside the UK", "Kept", "Security",
    ];

    public static string Write(EvidenceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var text = new StringBuilder();
        Line(text, Columns);
        var security = $"Encrypted one by one; roles and classes; second factor {(reading.SignIn.IsSecondFactorRequired ? "required" : "offered")} for office, lead and technician; append-only log. More in dpia.html";
        foreach (var (activity, purpose, basis, people, data, recipients, kept) in Activities(reading.Figures))
        {
            Line(text, [activity, reading.Figures.SchoolName, Fill, purpose, basis, people, data, recipients, Fill, kept, security]);
        }

        return text.ToString();
    }

    private static IEnumerable<(string Activity, string Purpose, string Basis, string People, string Data, string Recipients, string Kept)> Activities(EvidenceFigures f)
    {
        var policy = f.InForce.Document;
        yield return ("Taking in, cleaning and looking through photos", "To know what may be shown, and to remove what must not be", Task, "Pupils, staff, visitors", "Photos; place and camera until cleaned; boxes around faces, no measurements", "None", $"Originals {policy.ShredAfterDays} days after the first decision at most; cleaned pictures until deleted by hand");
        yield return ("Register and answers of families", "To know who may be shown where", Task, "Pupils, parents, staff, volunteers, visitors", "Names, classes, dates, answers, who said them", "None", "Until erased by hand; answers for good under ids");
        foreach (var channel in policy.Channels)
        {
            var bases = channel.Purposes.Select(p => Policies.Purposes.BasisOf(policy, new Media.PurposeId(p))).ToHashSet();
            yield return (
                $"Publishing: {channel.Name}",
                "To show families and others what pupils do",
                bases.SetEquals([LawfulBasis.PublicTask]) ? "Public task, article 6(1)(e), with a right to object" : "Consent, article 6(1)(a)",
                "Pupils, staff",
                "Cleaned pictures; captions checked against the register",
                channel.IsPublic ? "Everybody" : "The school’s own community",
                channel.PublishedForDays == 0 ? "As long as the consents hold" : $"{channel.PublishedForDays} days");
        }

        yield return (f.Matching.IsOn ? "Face matching (on)" : "Face matching (off: not carried out)", "To suggest to the office who is in a picture", "Explicit consent, article 9(2)(a); Protection of Freedoms Act 2012, sections 26 to 28", "People enrolled by consent", "Biometric templates, encrypted", "None", "Destroyed with the consent");
        yield return ("Parents’ links and letters", "To let families see and change what is on record", Task, "Parents", "Name, e-mail, what they said", "The school’s mail server, where one is used", "With the child’s entry");
        yield return ("Accounts and sign-ins", "To let only named people in", Task, "Staff, guests", "Name, mail address, role, sign-ins", "The school’s account provider, where one is used", "While the account exists");
        yield return ("Log of acts and of looks", "To show who did and saw what", $"Legal duty, article 6(1)(c), with article 5(2); {Confirm}", "Staff; others under ids", "Acts, moments, ids", "Inspectors, on request", "For good");
        yield return ("Devices and loans", "To know which cameras take photos of pupils", Task, "Staff", "Device, holder, days", "None", "While in the inventory");
        yield return ("Incidents, complaints and seals", "To report and follow up what went wrong", $"Legal duty, article 6(1)(c); article 9(2)(g) for safeguarding; {Confirm}", "Whoever they are about", "What happened, who was told", "Whoever must be told: police, local authority, ICO", "By the school’s own schedule");
    }

    /// <remarks>A cell that begins like a formula is text to every spreadsheet once an apostrophe stands before it.</remarks>
    private static void Line(StringBuilder text, IReadOnlyList<string> cells) =>
        text.AppendJoin(',', cells.Select(c => $"\"{(c.Length > 0 && "=+-@\t\r".Contains(c[0]) ? "'" : "")}{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
