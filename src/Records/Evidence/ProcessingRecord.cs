using System.Text;
using MediaGuard.Consent.Register;
using static MediaGuard.Media.Words;

namespace MediaGuard.Records.Evidence;

/// <summary>The record of processing activities (UK GDPR article 30) as a table for a spreadsheet.</summary>
public static class ProcessingRecord
{
    private static string Fill => Text("FOR THE SCHOOL TO FILL IN");

    private static string Task => Text("Public task, article 6(1)(e); to be confirmed by the school");

    private static IReadOnlyList<string> Columns =>
    [
        Text("Activity"), Text("Controller"), Text("Data protection officer"), Text("Purpose"), Text("Lawful basis"), Text("People"), Text("Data"), Text("Recipients"), Text("Transfers outside the UK"), Text("Kept"), Text("Security"),
    ];

    public static string Write(EvidenceReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var text = new StringBuilder();
        Line(text, Columns);
        var security = reading.SignIn.IsSecondFactorRequired
            ? Text("Encrypted one by one; roles and classes; second factor required for office, lead and technician; append-only log. More in dpia.html")
            : Text("Encrypted one by one; roles and classes; second factor offered for office, lead and technician; append-only log. More in dpia.html");
        foreach (var (activity, purpose, basis, people, data, recipients, kept) in Activities(reading.Figures))
        {
            Line(text, [activity, reading.Figures.SchoolName, Fill, purpose, basis, people, data, recipients, Fill, kept, security]);
        }

        return text.ToString();
    }

    private static IEnumerable<(string Activity, string Purpose, string Basis, string People, string Data, string Recipients, string Kept)> Activities(EvidenceFigures f)
    {
        var policy = f.InForce.Document;
        yield return (Text("Taking in, cleaning and looking through photos"), Text("To know what may be shown, and to remove what must not be"), Task, Text("Pupils, staff, visitors"), Text("Photos; place and camera until cleaned; boxes around faces, no measurements"), Text("None"), Text($"Originals {policy.ShredAfterDays} days after the first decision at most; cleaned pictures until deleted by hand"));
        yield return (Text("Register and answers of families"), Text("To know who may be shown where"), Task, Text("Pupils, parents, staff, volunteers, visitors"), Text("Names, classes, dates, answers, who said them"), Text("None"), Text("Until erased by hand; answers for good under ids"));
        foreach (var channel in policy.Channels)
        {
            var bases = channel.Purposes.Select(p => Policies.Purposes.BasisOf(policy, new Media.PurposeId(p))).ToHashSet();
            yield return (
                Text($"Publishing: {channel.Name}"),
                Text("To show families and others what pupils do"),
                bases.SetEquals([LawfulBasis.PublicTask]) ? Text("Public task, article 6(1)(e), with a right to object") : Text("Consent, article 6(1)(a)"),
                Text("Pupils, staff"),
                Text("Cleaned pictures; captions checked against the register"),
                channel.IsPublic ? Text("Everybody") : Text("The school’s own community"),
                channel.PublishedForDays == 0 ? Text("As long as the consents hold") : Text($"{channel.PublishedForDays} days"));
        }

        yield return (f.Matching.IsOn ? Text("Face matching (on)") : Text("Face matching (off: not carried out)"), Text("To suggest to the office who is in a picture"), Text("Explicit consent, article 9(2)(a); Protection of Freedoms Act 2012, sections 26 to 28"), Text("People enrolled by consent"), Text("Biometric templates, encrypted"), Text("None"), Text("Destroyed with the consent"));
        yield return (Text("Parents’ links and letters"), Text("To let families see and change what is on record"), Task, Text("Parents"), Text("Name, e-mail, what they said"), Text("The school’s mail server, where one is used"), Text("With the child’s entry"));
        yield return (Text("Accounts and sign-ins"), Text("To let only named people in"), Task, Text("Staff, guests"), Text("Name, mail address, role, sign-ins"), Text("The school’s account provider, where one is used"), Text("While the account exists"));
        yield return (Text("Log of acts and of looks"), Text("To show who did and saw what"), Text("Legal duty, article 6(1)(c), with article 5(2); to be confirmed by the school"), Text("Staff; others under ids"), Text("Acts, moments, ids"), Text("Inspectors, on request"), Text("For good"));
        yield return (Text("Devices and loans"), Text("To know which cameras take photos of pupils"), Task, Text("Staff"), Text("Device, holder, days"), Text("None"), Text("While in the inventory"));
        yield return (Text("Incidents, complaints and seals"), Text("To report and follow up what went wrong"), Text("Legal duty, article 6(1)(c); article 9(2)(g) for safeguarding; to be confirmed by the school"), Text("Whoever they are about"), Text("What happened, who was told"), Text("Whoever must be told: police, local authority, ICO"), Text("By the school’s own schedule"));
    }

    /// <remarks>A cell that begins like a formula is text to every spreadsheet once an apostrophe stands before it.</remarks>
    private static void Line(StringBuilder text, IReadOnlyList<string> cells) =>
        text.AppendJoin(',', cells.Select(c => $"\"{(c.Length > 0 && "=+-@\t\r".Contains(c[0]) ? "'" : "")}{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
