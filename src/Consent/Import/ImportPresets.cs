using System.Collections.Immutable;

namespace MediaGuard.Consent.Import;

/// <summary>How the exports of the usual programs name their columns and write their answers.</summary>
/// <remarks>Schools choose the columns of their reports themselves, so a preset knows several headings for each and the office may correct the result.</remarks>
public static class ImportPresets
{
    private static readonly ImmutableArray<string> Exported = ["Exported", "Export date", "Date exported", "Report date", "Run date"];

    private static readonly ImmutableArray<string> Nicknames = ["Nicknames", "Nickname", "Other names used", "Also known as"];

    /// <summary>A pupil's first two contacts, as the programs' reports name them. First, because the presets below take it.</summary>
    public static readonly ImmutableArray<ContactHeadings> Contacts = [Contact("1", "Primary"), Contact("2", "Secondary")];

    public static readonly ImmutableArray<ImportMapping> All =
    [
        new()
        {
            Name = "sims",
            Key = ["UPN", "Unique Pupil Number", "Adno", "Admission number"],
            FullName = ["Legal Full Name", "Full name"],
            Forename = ["Legal Forename", "Forename"],
            Surname = ["Legal Surname", "Surname"],
            Preferred = ["Chosen Forename", "Preferred Forename", "Chosen Name"],
            Nicknames = Nicknames,
            Class = ["Reg", "Reg Group", "Registration Group"],
            Year = ["Year Taught In", "Year", "NC Year", "Year Group"],
            Leaving = ["Date of Leaving", "DOL", "Leaving Date"],
            Exported = Exported,
            Yes = ["Yes", "Y", "True", "T"],
            No = ["No", "N", "False", "F"],
        },
        new()
        {
            Name = "arbor",
            Key = ["UPN", "Student ID", "Arbor Student ID", "Arbor ID"],
            FullName = ["Student", "Student Name", "Legal Name", "Full Name"],
            Forename = ["Legal First Name", "First Name"],
            Surname = ["Legal Last Name", "Last Name"],
            Preferred = ["Preferred First Name"],
            Nicknames = Nicknames,
            Class = ["Registration Form", "Current Registration Form", "Form", "Registration Form Name"],
            Year = ["Year Group", "Current Year Group", "Curriculum Grade"],
            Leaving = ["Leaving Date", "Enrolment End Date", "Date Left"],
            Exported = Exported,
            Yes = ["Consent Given", "Given", "Yes", "Granted"],
            No = ["Consent Not Given", "Not Given", "Consent Refused", "Refused", "Declined", "Consent Withdrawn", "Withdrawn", "No"],
        },
        new()
        {
            Name = "bromcom",
            Key = ["UPN", "AdmissionNumber", "StudentID", "PersonID"],
            FullName = ["PreferredFullName", "FullName", "StudentName"],
            Forename = ["LegalFirstName", "FirstName"],
            Surname = ["LegalLastName", "LegalSurname", "LastName"],
            Preferred = ["PreferredFirstName", "KnownAs"],
            Nicknames = Nicknames,
            Class = ["TutorGroup", "TutorGroupName", "Tutor Group", "RegistrationGroup"],
            Year = ["YearGroup", "YearGroupName", "NCYear"],
            Leaving = ["DateOfLeaving", "LeavingDate"],
            Exported = Exported,
            Yes = ["Yes", "Y", "1", "True", "Granted"],
            No = ["No", "N", "0", "False", "Refused", "Not Granted"],
        },
        new()
        {
            Name = "scholarpack",
            Key = ["UPN", "Pupil ID", "ScholarPack ID"],
            FullName = ["Pupil", "Pupil Name", "Name"],
            Forename = ["Forename", "Legal Forename", "First Name"],
            Surname = ["Surname", "Legal Surname"],
            Preferred = ["Known As", "Preferred Forename", "Preferred Name"],
            Nicknames = Nicknames,
            Class = ["Class", "Form", "Class Name"],
            Year = ["NC Year", "Year Group", "Year"],
            Leaving = ["Date Left", "Leaving Date", "Date of Leaving"],
            Exported = Exported,
            Yes = ["Yes", "Y", "True", "1", "Permission Given"],
            No = ["No", "N", "False", "0", "Permission Refused", "Permission Not Given"],
        },
    ];

    private static ContactHeadings Contact(string number, string rank)
    {
        string[] who = [$"Contact {number}", $"Parent {number}", $"Parent/Carer {number}", $"Guardian {number}", $"Priority {number} Contact", $"{rank} Contact", $"{rank} Guardian", $"{rank} Parent"];
        return new ContactHeadings(
            [.. who.Concat(who.Select(w => w + " Name")).Concat(who.Select(w => w + " Full Name"))],
            [.. who.Select(w => w + " Email").Concat(who.Select(w => w + " Email Address"))],
            [.. who.Select(w => w + " Parental Responsibility")]);
    }

    /// <summary>The preset of that name, or null.</summary>
    public static ImportMapping? Find(string name) => All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));
}
