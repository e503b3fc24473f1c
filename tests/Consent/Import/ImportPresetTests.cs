using MediaGuard.Consent.Import;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>What the usual programs write, word for word: each heading lands where it belongs, and each word says what it says.</summary>
[Property("Requirement", "C4")]
public sealed class ImportPresetTests
{
    private static readonly PurposeId Website = new("website");

    /// <summary>Every role's headings, the preferred one first.</summary>
    private static readonly (string Preset, string Role, string[] Headings)[] Headings =
    [
        ("sims", "key", ["UPN", "Unique Pupil Number", "Adno", "Admission number"]),
        ("sims", "full", ["Legal Full Name", "Full name"]),
        ("sims", "forename", ["Legal Forename", "Forename"]),
        ("sims", "surname", ["Legal Surname", "Surname"]),
        ("sims", "preferred", ["Chosen Forename", "Preferred Forename", "Chosen Name"]),
        ("sims", "class", ["Reg", "Reg Group", "Registration Group"]),
        ("sims", "year", ["Year Taught In", "Year", "NC Year", "Year Group"]),
        ("sims", "leaving", ["Date of Leaving", "DOL", "Leaving Date"]),
        ("arbor", "key", ["UPN", "Student ID", "Arbor Student ID", "Arbor ID"]),
        ("arbor", "full", ["Student", "Student Name", "Legal Name", "Full Name"]),
        ("arbor", "forename", ["Legal First Name", "First Name"]),
        ("arbor", "surname", ["Legal Last Name", "Last Name"]),
        ("arbor", "preferred", ["Preferred First Name"]),
        ("arbor", "class", ["Registration Form", "Current Registration Form", "Form", "Registration Form Name"]),
        ("arbor", "year", ["Year Group", "Current Year Group", "Curriculum Grade"]),
        ("arbor", "leaving", ["Leaving Date", "Enrolment End Date", "Date Left"]),
        ("bromcom", "key", ["UPN", "AdmissionNumber", "StudentID", "PersonID"]),
        ("bromcom", "full", ["PreferredFullName", "FullName", "StudentName"]),
        ("bromcom", "forename", ["LegalFirstName", "FirstName"]),
        ("bromcom", "surname", ["LegalLastName", "LegalSurname", "LastName"]),
        ("bromcom", "preferred", ["PreferredFirstName", "KnownAs"]),
        ("bromcom", "class", ["TutorGroup", "TutorGroupName", "RegistrationGroup"]),
        ("bromcom", "year", ["YearGroup", "YearGroupName", "NCYear"]),
        ("bromcom", "leaving", ["DateOfLeaving", "LeavingDate"]),
        ("scholarpack", "key", ["UPN", "Pupil ID", "ScholarPack ID"]),
        ("scholarpack", "full", ["Pupil", "Pupil Name", "Name"]),
        ("scholarpack", "forename", ["Forename", "Legal Forename", "First Name"]),
        ("scholarpack", "surname", ["Surname", "Legal Surname"]),
        ("scholarpack", "preferred", ["Known As", "Preferred Forename", "Preferred Name"]),
        ("scholarpack", "class", ["Class", "Form", "Class Name"]),
        ("scholarpack", "year", ["NC Year", "Year Group", "Year"]),
        ("scholarpack", "leaving", ["Date Left", "Leaving Date", "Date of Leaving"]),
        .. new[] { "sims", "arbor", "bromcom", "scholarpack" }.SelectMany(p => new (string, string, string[])[]
        {
            (p, "nicknames", ["Nicknames", "Nickname", "Other names used", "Also known as"]),
            (p, "exported", ["Exported", "Export date", "Date exported", "Report date", "Run date"]),
        }),
    ];

    private static readonly (string Preset, string[] Yes, string[] No, string[] Unclear)[] Words =
    [
        ("sims", ["Yes", "Y", "True", "T"], ["No", "N", "False", "F"], ["1", "0", "Granted", "Given", "Refused"]),
        ("arbor", ["Consent Given", "Given", "Yes", "Granted"], ["Consent Not Given", "Not Given", "Consent Refused", "Refused", "Declined", "Consent Withdrawn", "Withdrawn", "No"], ["Y", "1", "True", "N"]),
        ("bromcom", ["Yes", "Y", "1", "True", "Granted"], ["No", "N", "0", "False", "Refused", "Not Granted"], ["T", "Given", "2"]),
        ("scholarpack", ["Yes", "Y", "True", "1", "Permission Given"], ["No", "N", "False", "0", "Permission Refused", "Permission Not Given"], ["T", "Given", "Granted"]),
    ];

    private static readonly string[] FirstContact = ["Contact 1", "Parent 1", "Parent/Carer 1", "Guardian 1", "Priority 1 Contact", "Primary Contact", "Primary Guardian", "Primary Parent"];
    private static readonly string[] SecondContact = ["Contact 2", "Parent 2", "Parent/Carer 2", "Guardian 2", "Priority 2 Contact", "Secondary Contact", "Secondary Guardian", "Secondary Parent"];

    private static IEnumerable<TestCaseData> EachHeading() => Headings.SelectMany(h => h.Headings.Select(heading => new TestCaseData(h.Preset, h.Role, heading)));

    [TestCaseSource(nameof(EachHeading))]
    public void Read_AHeadingOfAPreset_LandsInItsPlace(string preset, string role, string heading)
    {
        var content = Read(preset, With(preset, role, (heading, Value(role))));
        Assert.That(content.Remarks, Is.Empty);
        Assert.That(Landed(content, role), Is.EqualTo(Expected(role)));
    }

    [TestCaseSource(nameof(Headings))]
    public void Read_SeveralHeadingsOfOneRole_TakesTheFirstOfTheList((string Preset, string Role, string[] Headings) of)
    {
        if (of.Headings.Length > 1)
        {
            var content = Read(of.Preset, With(of.Preset, of.Role, [.. of.Headings.Reverse().Select((h, i) => (h, i == of.Headings.Length - 1 ? Value(of.Role) : Other(of.Role)))]));
            Assert.That(Landed(content, of.Role), Is.EqualTo(Expected(of.Role)));
        }
    }

    private static IEnumerable<TestCaseData> EachWord() => Words.SelectMany(w => new[] { (w.Yes, FileAnswer.Yes), (w.No, FileAnswer.No), (w.Unclear, FileAnswer.Unclear) }
        .SelectMany(x => x.Item1.SelectMany(word => new[] { word, word.ToUpperInvariant(), word.ToLowerInvariant() }.Distinct()).Select(word => new TestCaseData(w.Preset, word, x.Item2))));

    [TestCaseSource(nameof(EachWord))]
    public void Read_AWordOfAPreset_SaysWhatTheProgramMeans(string preset, string word, FileAnswer expected) =>
        Assert.That(Read(preset, With(preset, "", ("Website consent", word))).Rows.Single().Answers[Website], Is.EqualTo(expected));

    private static IEnumerable<TestCaseData> EachContact() => new[] { FirstContact, SecondContact }.SelectMany(who => who).SelectMany(who => new[] { "", " Name", " Full Name" }
        .SelectMany(name => new[] { " Email", " Email Address" }.Select(email => new TestCaseData(who + name, who + email, who + " Parental Responsibility"))));

    [TestCaseSource(nameof(EachContact))]
    public void Read_AContactOfAnyPreset_IsReadWithAddressAndResponsibility(string name, string email, string responsibility)
    {
        foreach (var (preset, yes, no, unclear) in Words)
        {
            foreach (var (word, expected) in new (string, bool?)[] { (yes[0], true), (no[0], false), (unclear[0], null), ("", null) })
            {
                var content = Read(preset, With(preset, "", (name, "\"Lovegood, Pat\""), (email, "pat@example.org"), (responsibility, word)));
                Assert.That(content.Remarks, Is.Empty);
                Assert.That(content.Rows.Single().Contacts, Is.EqualTo(new[] { new FileContact("Pat Lovegood", "pat@example.org", expected) }));
            }
        }
    }

    [Test]
    public void Read_TwoContacts_AreBothReadInTheirOrder() => Assert.That(
        Read("sims", With("sims", "", ("Contact 2", "Gil"), ("Contact 1", "Pat"))).Rows.Single().Contacts.Select(c => c.Name), Is.EqualTo(new[] { "Pat", "Gil" }));

    [TestCase("pat@example.org", true)]
    [TestCase("p.at+x@mail.example.org", true)]
    [TestCase("pat at home", false)]
    [TestCase("pat@", false)]
    [TestCase("@example.org", false)]
    [TestCase("pat@ex", false)]
    [TestCase("pat@localhost", false)]
    [TestCase("a@b@example.org", false)]
    [TestCase("pat @example.org", false)]
    [TestCase("<pat@example.org>", false)]
    [TestCase("pat@example.org;gil@example.org", false)]
    public void Read_AnAddress_IsTakenOnlyWhereItIsOne(string email, bool isTaken)
    {
        var content = Read("sims", With("sims", "", ("Contact 1", "Pat"), ("Contact 1 Email", email)));
        Assert.That(content.Rows.Single().Contacts.Single().Email, Is.EqualTo(isTaken ? email : ""));
        Assert.That(content.Remarks.Select(r => r.Kind), Is.EqualTo(isTaken ? [] : new[] { RemarkKind.EmailUnclear }));
    }

    [TestCase("Total")]
    [TestCase("Totals")]
    [TestCase("Count")]
    [TestCase("Rows")]
    [TestCase("Row count")]
    [TestCase("Records")]
    [TestCase("Record Count")]
    [TestCase("Pupils")]
    [TestCase("STUDENTS")]
    [TestCase("End of report")]
    [TestCase("Number of pupils")]
    [TestCase("Number of students")]
    public void Read_ACount_IsHeldAgainstTheRowsAndIsNoPupil(string word)
    {
        foreach (var line in new[] { $"{word},1", $"{word}: 1", $"1 {word}" })
        {
            var content = ImportReader.Read(Files.Of("UPN,Full name", "A1,Ada Lovegood", line), null, Files.Purposes);
            Assert.That((content.IsRefused, content.HasTrailer, content.Rows.Length), Is.EqualTo((false, true, 1)), line);
            Assert.That(ImportReader.Read(Files.Of("UPN,Full name", "A1,Ada Lovegood", line.Replace('1', '2')), null, Files.Purposes).Remarks.Select(r => (r.Kind, r.Detail)), Is.EqualTo(new[] { (RemarkKind.TrailerWrong, "2") }));
        }
    }

    [TestCase("Sum,1")]
    [TestCase("Total")]
    [TestCase("1")]
    public void Read_ALineThatIsNoCount_IsARow(string line) => Assert.That(ImportReader.Read(Files.Of("UPN,Full name", "A1,Ada Lovegood", line), null, Files.Purposes).HasTrailer, Is.False);

    [TestCase("05/11/2026")]
    [TestCase("5/11/2026")]
    [TestCase("5/11/26")]
    [TestCase("5.11.2026")]
    [TestCase("5.11.26")]
    [TestCase("05-11-2026")]
    [TestCase("2026-11-05")]
    [TestCase("2026/11/05")]
    [TestCase("20261105")]
    [TestCase("5-Nov-26")]
    [TestCase("05-Nov-2026")]
    [TestCase("5 Nov 26")]
    [TestCase("5 Nov 2026")]
    [TestCase("5 November 2026")]
    [TestCase("Thursday 5 November 2026")]
    [TestCase("Thu 5 Nov 2026")]
    [TestCase("Thu, 5 Nov 2026")]
    [TestCase("Nov 5, 2026")]
    [TestCase("November 5, 2026")]
    [TestCase("05/11/2026 09:14")]
    [TestCase("05/11/2026 09:14:30")]
    [TestCase("05/11/2026, 9:14 AM")]
    [TestCase("2026-11-05T09:14:30Z")]
    [TestCase("2026-11-05T09:14:30.123+01:00")]
    public void Read_ADate_InEachFormIsThatDay(string text)
    {
        var content = Read("sims", With("sims", "leaving", ("Date of Leaving", $"\"{text}\"")));
        Assert.That((content.Rows.Single().Leaving, content.Remarks.Length), Is.EqualTo(((DateOnly?)new DateOnly(2026, 11, 5), 0)));
    }

    [TestCase("31/12/1989", false)]
    [TestCase("01/01/1990", true)]
    [TestCase("31/12/2100", true)]
    [TestCase("01/01/2101", false)]
    [TestCase("30/02/2026", false)]
    [TestCase("5/11", false)]
    [TestCase("09:14", false)]
    public void Read_ADate_IsTakenOnlyWhereItIsOne(string text, bool isRead) =>
        Assert.That(Read("sims", With("sims", "leaving", ("Date of Leaving", text))).Rows.Single().Leaving is not null, Is.EqualTo(isRead));

    [TestCase("12/31/2026", true)]
    [TestCase("12-31-26", true)]
    [TestCase("1/13/2026", true)]
    [TestCase("13/1/2026", false)]
    [TestCase("12/12/2026", false)]
    [TestCase("12/32/2026", false)]
    [TestCase("13/13/2026", false)]
    public void Read_ADateWithTheMonthFirst_IsKnownByADayAboveTwelve(string text, bool isAmerican) =>
        Assert.That(Read("sims", With("sims", "leaving", ("Date of Leaving", text))).Remarks.Any(r => r.Kind == RemarkKind.DatesAmerican), Is.EqualTo(isAmerican));

    [TestCase("Report run on 05/11/2026 09:14")]
    [TestCase("As of 5-Nov-2026")]
    [TestCase("Printed 5 November 2026 by A. Clerk")]
    [TestCase("2026-11-05")]
    public void Read_ADayAboveTheHeadings_IsTheDayOfExport(string line) =>
        Assert.That(ImportReader.Read(Files.Of("Consents", line, Files.Heading, Files.Row(1)), null, Files.Purposes).ExportedOn, Is.EqualTo(new DateOnly(2026, 11, 5)));

    [Test]
    public void Read_SeveralDaysOfExport_TakesTheLatest() => Assert.That(
        ImportReader.Read(Files.Of("UPN,Full name,Exported", "A1,Ada Lovegood,05/11/2026", "A2,Bo Birch,06/11/2026", "A3,Cy Cedar,"), null, Files.Purposes).ExportedOn, Is.EqualTo(new DateOnly(2026, 11, 6)));

    [TestCase("3", 3)]
    [TestCase("03", 3)]
    [TestCase("Year 3", 3)]
    [TestCase("Year  3", 3)]
    [TestCase("Year Group 3", 3)]
    [TestCase("Curriculum Year 3", 3)]
    [TestCase("NC Year 3", 3)]
    [TestCase("Yr 3", 3)]
    [TestCase("Yr3", 3)]
    [TestCase("Y3", 3)]
    [TestCase("y14", 14)]
    [TestCase("0", 0)]
    [TestCase("R", 0)]
    [TestCase("YR", 0)]
    [TestCase("Year R", 0)]
    [TestCase("Rec", 0)]
    [TestCase("Reception", 0)]
    [TestCase("Year Group R", 0)]
    [TestCase("N", -1)]
    [TestCase("Nursery", -1)]
    [TestCase("N2", -1)]
    [TestCase("Nursery 2", -1)]
    [TestCase("N1", -2)]
    [TestCase("Nursery 1", -2)]
    [TestCase("", null)]
    [TestCase("15", null)]
    [TestCase("-1", 1, Description = "the sign is no part of a year")]
    [TestCase("Key Stage 2", null)]
    [TestCase("3.5", null)]
    public void Read_AYear_IsItsNumber(string text, int? expected)
    {
        var content = Read("sims", With("sims", "year", ("Year", text)));
        Assert.That(content.Rows.Single().Year, Is.EqualTo(expected));
        Assert.That(content.Remarks.Select(r => (r.Kind, r.Weight, r.Row)), Is.EqualTo(text.Length > 0 && expected is null ? new[] { (RemarkKind.YearUnclear, RemarkWeight.Note, (int?)2) } : []));
    }

    private static ImportContent Read(string preset, (string Heading, string Value)[] cells) =>
        ImportReader.Read(Files.Of(string.Join(',', cells.Select(c => c.Heading)), string.Join(',', cells.Select(c => c.Value))), ImportPresets.Find(preset), Files.Purposes);

    /// <summary>A file of one pupil in a program's headings, in which one role is told by others.</summary>
    private static (string Heading, string Value)[] With(string preset, string role, params (string Heading, string Value)[] cells)
    {
        string[] needed = role switch
        {
            "full" => ["key"],
            _ => [.. new[] { "key", "forename", "surname" }.Where(r => r != role)],
        };
        return [.. needed.Select(r => (Headings.Single(h => h.Preset == preset && h.Role == r).Headings[0], Value(r))), .. cells];
    }

    private static string Value(string role) => role switch
    {
        "key" => "A1",
        "full" => "\"Lovegood, Ada\"",
        "forename" => "Ada",
        "surname" => "Lovegood",
        "preferred" => "Addie",
        "nicknames" => "Adi",
        "class" => "Oak",
        "year" => "4",
        _ => "05/11/2026",
    };

    private static string Other(string role) => role switch
    {
        "year" => "9",
        "leaving" or "exported" => "06/11/2026",
        "key" => "B2",
        _ => "Other",
    };

    private static string? Landed(ImportContent content, string role)
    {
        var row = content.Rows.Single();
        return role switch
        {
            "key" => row.Key,
            "full" or "forename" or "surname" => row.FullName,
            "preferred" => row.PreferredName,
            "nicknames" => row.Nicknames,
            "class" => row.Class,
            "year" => row.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "leaving" => $"{row.Leaving:dd'/'MM'/'yyyy}",
            _ => $"{content.ExportedOn:dd'/'MM'/'yyyy}",
        };
    }

    private static string Expected(string role) => role is "full" or "forename" or "surname" ? "Ada Lovegood" : Value(role);
}
