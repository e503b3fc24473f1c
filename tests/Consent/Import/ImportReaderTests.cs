using System.Text;
using CsCheck;
using MediaGuard.Consent.Import;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>What is read out of a file, and what is refused or flagged with its row.</summary>
[Property("Requirement", "C4")]
public sealed class ImportReaderTests
{
    private static readonly PurposeId Website = new("website");
    private static readonly PurposeId Seesaw = new("seesaw");

    [TestCase("Yes", FileAnswer.Yes)]
    [TestCase("yes", FileAnswer.Yes)]
    [TestCase(" Y ", FileAnswer.Yes)]
    [TestCase("T", FileAnswer.Yes)]
    [TestCase("No", FileAnswer.No)]
    [TestCase("", FileAnswer.Blank)]
    [TestCase("  ", FileAnswer.Blank)]
    [TestCase("maybe", FileAnswer.Unclear)]
    [TestCase("see form", FileAnswer.Unclear)]
    [TestCase("Yes?", FileAnswer.Unclear)]
    [TestCase("Yes but not face", FileAnswer.Unclear)]
    [TestCase("1", FileAnswer.Unclear)]
    [TestCase("-", FileAnswer.Unclear)]
    [TestCase("N/A", FileAnswer.Unclear)]
    public void Read_AWord_IsAYesOnlyFromTheList(string word, FileAnswer expected)
    {
        var content = Read(Files.Of(Files.Heading, Files.Row(1, website: word), Files.Row(2)));
        Assert.That(content.Rows[0].Answers[Website], Is.EqualTo(expected));
        Assert.That(content.Remarks.Any(r => r.Kind == RemarkKind.AnswerUnclear && r.Row == 2), Is.EqualTo(expected == FileAnswer.Unclear));
    }

    [TestCaseSource(nameof(PresetFiles))]
    public void Read_EachPreset_IsRecognisedByItsHeadings((string Preset, string Heading, string Row) file)
    {
        var content = Read(Files.Of(file.Heading, file.Row));
        Assert.That(content.Remarks, Is.Empty);
        Assert.That(content.Mapping, Is.EqualTo(file.Preset));
        var row = content.Rows.Single();
        Assert.That((row.Key, row.FullName, row.Class, row.Year), Is.EqualTo(("A000000000001", "Ada Lovegood", "Oak", (int?)3)));
        Assert.That((row.Answers[Website], row.Answers[Seesaw]), Is.EqualTo((FileAnswer.Yes, FileAnswer.No)));
    }

    private static IEnumerable<(string, string, string)> PresetFiles() =>
    [
        ("sims", "UPN,Legal Surname,Legal Forename,Reg Group,Year Taught In,Photo: website,Photo: Seesaw", "A000000000001,Lovegood,Ada,Oak,Year  3,T,F"),
        ("arbor", "Student ID,Legal First Name,Legal Last Name,Registration Form,Year Group,Consent: Photos on website,Consent: Seesaw", "A000000000001,Ada,Lovegood,Oak,Year 3,Consent given,Consent not given"),
        ("bromcom", "AdmissionNumber,LegalFirstName,LegalLastName,TutorGroup,YearGroup,WebsiteConsent,SeesawConsent", "a000000000001,Ada,Lovegood,Oak,3,1,0"),
        ("scholarpack", "Pupil ID,Forename,Surname,Known As,Class,NC Year,Permission - website photo,Permission - Seesaw", "A000000000001,Ada,Lovegood,Ada,Oak,3,Y,N"),
    ];

    [TestCase("Millie; Ames", "Millie, Ames")]
    [TestCase(" Millie /Ames|millie", "Millie, Ames")]
    [TestCase("", "")]
    public void Read_ANicknamesColumn_IsReadAndNotOwed(string cell, string expected)
    {
        var content = Read(Files.Of(Files.Heading + ",Nicknames", Files.Row(1) + "," + cell));
        Assert.That(content.Remarks, Is.Empty);
        Assert.That(content.Rows.Single().Nicknames, Is.EqualTo(expected));
        Assert.That(Read(Files.Of(Files.Heading, Files.Row(1))).Rows.Single().Nicknames, Is.Empty);
    }

    [Test]
    public void Read_MoreNicknamesThanFit_KeepsTheFirst()
    {
        var cell = string.Join('/', Enumerable.Range(10, 40).Select(n => $"Nick{n}"));
        var nicknames = Read(Files.Of(Files.Heading + ",Nicknames", Files.Row(1) + "," + cell)).Rows.Single().Nicknames;
        Assert.That(nicknames, Does.StartWith("Nick10, Nick11").And.Length.LessThanOrEqualTo(200).And.Length.GreaterThan(190));
    }

    [TestCase(',')]
    [TestCase(';')]
    [TestCase('\t')]
    [TestCase('|')]
    public void Read_EachDelimiter_IsRecognised(char delimiter)
    {
        var content = Read(Files.Of(Files.Heading.Replace(',', delimiter), Files.Row(1).Replace(',', delimiter)));
        Assert.That(content.Rows, Has.Length.EqualTo(1));
        Assert.That(content.Delimiter, Is.EqualTo(delimiter.ToString()));
    }

    [TestCaseSource(nameof(Encodings))]
    public void Read_EachEncoding_KeepsTheAccents((string Name, byte[] Bytes) file)
    {
        var content = Read(file.Bytes);
        Assert.That(content.Encoding, Is.EqualTo(file.Name));
        Assert.That(content.Rows.Single().FullName, Is.EqualTo("Zoë O’Brien-Núñez"));
    }

    private static IEnumerable<(string, byte[])> Encodings()
    {
        var text = Files.Heading + "\r\nA1,O’Brien-Núñez,Zoë,,Oak,3,Yes,No\r\n";
        yield return ("UTF-8", Encoding.UTF8.GetBytes(text));
        yield return ("UTF-8", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]);
        yield return ("UTF-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        yield return ("UTF-16", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)]);
        yield return ("Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));
    }

    [Test]
    public void Read_AWorkbook_IsRefused() => AssertRefused(Read(new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 1, 2, 0x2C, 0x0A }), RemarkKind.NotText, null);

    [Test]
    public void Read_CutInsideAQuote_IsRefusedWithItsRow() =>
        AssertRefused(Read(Encoding.UTF8.GetBytes($"{Files.Heading}\n{Files.Row(1)}\nA000000000002,\"Sur")), RemarkKind.QuoteOpen, 3);

    [Test]
    public void Read_CutInsideARow_IsRefusedWithItsRow() =>
        AssertRefused(Read(Encoding.UTF8.GetBytes($"{Files.Heading}\n{Files.Row(1)}\nA000000000002,Surname2,For")), RemarkKind.RowTooShort, 3);

    [Test]
    public void Read_ARowWithMoreCells_IsRefusedWithItsRow() => AssertRefused(Read(Files.Of(Files.Heading, Files.Row(1) + ",x")), RemarkKind.RowTooLong, 2);

    [Test]
    public void Read_CutAtALineEndButForTheCount_IsRefused() => AssertRefused(Read(Files.Of(Files.Heading, Files.Row(1), "Total,3,,,,,,")), RemarkKind.TrailerWrong, null);

    [Test]
    public void Read_ACountThatFits_IsNoPupil()
    {
        var content = Read(Files.Of(Files.Heading, Files.Row(1), Files.Row(2), "Total: 2"));
        Assert.That((content.IsRefused, content.Rows.Length, content.HasTrailer), Is.EqualTo((false, 2, true)));
    }

    [TestCase("Yes", "", FileAnswer.Unclear)]
    [TestCase("Yes", "\r\n", FileAnswer.Yes)]
    [TestCase("No", "", FileAnswer.No)]
    public void Read_TheVeryLastCell_CountsAsAYesOnlyWithALineEnd(string word, string end, FileAnswer expected)
    {
        var content = Read(Encoding.UTF8.GetBytes($"{Files.Heading}\r\n{Files.Row(1, seesaw: word)}{end}"));
        Assert.That(content.Rows.Single().Answers[Seesaw], Is.EqualTo(expected));
    }

    [Test]
    public void Read_AKeyTwiceWithOtherCells_IsRefusedWithItsRow() =>
        AssertRefused(Read(Files.Of(Files.Heading, Files.Row(1), Files.Row(2), Files.Row(1, website: "No"))), RemarkKind.KeyTwice, 4);

    [Test]
    public void Read_ARowTwice_IsReadOnceAndFlagged()
    {
        var content = Read(Files.Of(Files.Heading, Files.Row(1), Files.Row(1)));
        Assert.That(content.Rows, Has.Length.EqualTo(1));
        AssertFlagged(content, RemarkKind.RowTwice, 3);
    }

    [TestCase(",Surname,Forename,,Oak,3,Yes,Yes", RemarkKind.KeyMissing)]
    [TestCase("1.2E+11,Surname,Forename,,Oak,3,Yes,Yes", RemarkKind.KeyOdd)]
    [TestCase("A1 or A2,Surname,Forename,,Oak,3,Yes,Yes", RemarkKind.KeyOdd)]
    [TestCase("A2,Surname,,,Oak,3,Yes,Yes", RemarkKind.NameMissing)]
    public void Read_ARowWithoutKeyOrName_IsLeftOutAndFlagged(string row, RemarkKind expected)
    {
        var content = Read(Files.Of(Files.Heading, Files.Row(1), row));
        Assert.That(content.Rows, Has.Length.EqualTo(1));
        AssertFlagged(content, expected, 3);
    }

    [TestCase(",Surname,Forename,,Oak,3,Yes,Yes", "", "Forename Surname")]
    [TestCase("1.2E+11,Surname,Forename,,Oak,3,Yes,Yes", "", "Forename Surname")]
    [TestCase("a2,Surname,,,Oak,3,Yes,Yes", "A2", "")]
    public void Read_ARowThatIsLeftOut_SaysWhoItMayBeAbout(string row, string key, string name) =>
        Assert.That(Read(Files.Of(Files.Heading, Files.Row(1), row)).LeftOut, Is.EqualTo(new[] { new LeftOutRow(key, name) }));

    [Test]
    public void Read_ALeavingDate_IsUnclearOnlyWhereThereIsOneThatCannotBeRead() => Assert.That(
        Read(Files.Of("UPN,Legal Surname,Legal Forename,Date of Leaving", "A1,S,F,summer", "A2,S,G,", "A3,S,H,20/07/2026")).Rows.Select(r => r.IsLeavingUnclear), Is.EqualTo(new[] { true, false, false }));

    [Test]
    public void Read_AHeadingTwice_IsRefusedWhereItIsUsed() =>
        AssertRefused(Read(Files.Of(Files.Heading.Replace("Preferred Forename", "Legal Forename", StringComparison.Ordinal), Files.Row(1))), RemarkKind.HeadingTwice, null);

    [Test]
    public void Read_TwoColumnsForOnePurpose_ReadsNeither()
    {
        var content = Read(Files.Of("UPN,Legal Surname,Legal Forename,Website consent,Photo consent website", "A1,S,F,Yes,No"));
        Assert.That(content.Rows.Single().Answers, Is.Empty);
        AssertFlagged(content, RemarkKind.ColumnUnsure, null);
    }

    [Test]
    public void Read_AColumnOfOneMapping_AnswersOnePurposeOnly()
    {
        var content = Read(Files.Of("UPN,Legal Surname,Legal Forename,Website and Seesaw consent", "A1,S,F,Yes"));
        Assert.That(content.Rows.Single().Answers, Is.Empty, "one column must not be two consents");
    }

    [Test]
    public void Read_TitlesAboveTheHeadings_KeepsSpreadsheetRowNumbersAndTheDay()
    {
        var content = Read(Files.Of("Photo consents", "Report run on 05/11/2026 09:14", "", Files.Heading, Files.Row(1)));
        Assert.That((content.Rows.Single().Number, content.ExportedOn), Is.EqualTo((5, (DateOnly?)new DateOnly(2026, 11, 5))));
    }

    [TestCase("25/12/2026", "2026-12-25")]
    [TestCase("5/1/26", "2026-01-05")]
    [TestCase("2026-12-25", "2026-12-25")]
    [TestCase("2026-12-25T00:00:00", "2026-12-25")]
    [TestCase("25-Dec-26", "2026-12-25")]
    [TestCase("25 December 2026", "2026-12-25")]
    [TestCase("1-Sept-2026", "2026-09-01")]
    [TestCase("1 September 2026 10:30", "2026-09-01")]
    [TestCase("31/02/2026", null)]
    [TestCase("46016", null)]
    [TestCase("soon", null)]
    public void Date_AsBritishProgramsWrite_IsRead(string text, string? expected) =>
        Assert.That(DateReader.Read(text)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(expected));

    [Test]
    public void Read_OneAmericanDate_UsesNoDateOfTheColumn()
    {
        var content = Read(Files.Of("UPN,Legal Surname,Legal Forename,Date of Leaving", "A1,S,F,03/04/2026", "A2,S,G,07/20/2026"));
        Assert.That(content.Rows.Select(r => (r.Leaving, r.IsLeavingUnclear)), Is.EqualTo(new[] { ((DateOnly?)null, true), (null, true) }));
        AssertFlagged(content, RemarkKind.DatesAmerican, null);
    }

    [Test]
    public void Read_AnUnreadableDate_IsFlaggedWithItsRow() =>
        AssertFlagged(Read(Files.Of("UPN,Legal Surname,Legal Forename,Date of Leaving", "A1,S,F,summer")), RemarkKind.DateUnclear, 2);

    [Test]
    public void Read_BytesOfAnyKind_NeverThrowsAndNeverSaysYes() => Check.Sample(
        Gen.Byte.Array[0, 400],
        bytes =>
        {
            byte[] file = [.. Encoding.UTF8.GetBytes(Files.Heading + "\n"), .. bytes];
            var content = Read(file);
            return content.IsRefused || content.Rows.All(r => r.Answers.Values.All(a => a != FileAnswer.Yes) || Encoding.Latin1.GetString(bytes).Contains('y', StringComparison.OrdinalIgnoreCase) || Encoding.Latin1.GetString(bytes).Contains('t', StringComparison.OrdinalIgnoreCase));
        });

    [Test]
    public void Read_AFileCutAnywhere_NeverGivesAYesTheWholeDoesNot()
    {
        var words = new[] { "Yes", "No", "", "see form", "Y", "Not given", "True" };
        var whole = Files.Of([Files.Heading, .. Enumerable.Range(1, 20).Select(n => Files.Row(n, words[n % 7], words[n * 3 % 7]))]);
        var given = Read(whole).Rows.ToDictionary(r => r.Key);
        for (var length = 0; length < whole.Length; length++)
        {
            foreach (var row in Read(whole[..length]).Rows)
            {
                foreach (var (purpose, answer) in row.Answers.Where(a => a.Value == FileAnswer.Yes))
                {
                    Assert.That(given[row.Key].Answers[purpose], Is.EqualTo(FileAnswer.Yes), $"cut at {length}");
                }
            }
        }
    }

    internal static ImportContent Read(ReadOnlyMemory<byte> file) => ImportReader.Read(file, null, Files.Purposes);

    private static void AssertRefused(ImportContent content, RemarkKind kind, int? row)
    {
        Assert.That(content.Remarks.Where(r => r.Weight == RemarkWeight.Refuses).Select(r => (r.Kind, r.Row)), Does.Contain((kind, row)));
        Assert.That(content.Rows, kind == RemarkKind.KeyTwice ? Is.Not.Empty : Is.Empty);
        Assert.That(ImportPlanner.Plan(content, new KnownRegister(new DateOnly(2026, 11, 20), [], []), new ImportLimits()).Changes, Is.Empty, "nothing of a refused file is applied");
    }

    private static void AssertFlagged(ImportContent content, RemarkKind kind, int? row) =>
        Assert.That(content.Remarks.Where(r => r.Weight == RemarkWeight.Flag).Select(r => (r.Kind, r.Row)), Does.Contain((kind, row)));
}
