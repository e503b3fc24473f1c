using System.Text;
using MediaGuard.Consent.Import;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>The text of a file before any of it is a pupil: bytes, lines, cells, headings.</summary>
[Property("Requirement", "C4")]
public sealed class ImportTextTests
{
    private const string Heading = "UPN,Legal Surname,Legal Forename";
    private const string Row = "A1,Birch,Bo";

    private static IEnumerable<byte[]> NoText() =>
    [
        [0xEF, 0xBB, 0xBF, 0x41, 0xFF],
        [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8],
        [0xFF, 0xFE, 0x41],
        [0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x41],
        [0x41, 0x7F],
        [0x41, 0x81],
        [0x41, 0x1F],
    ];

    [TestCaseSource(nameof(NoText))]
    public void Read_BytesThatAreNoText_AreRefused(byte[] bytes) => AssertRefused(ImportReader.Read(bytes, null, []), RemarkKind.NotText);

    [TestCase(new byte[] { 0xC2, 0x7F + 0x01 }, false, Description = "a control of the upper half")]
    [TestCase(new byte[] { 0xC2, 0x9F }, false)]
    [TestCase(new byte[] { 0xC2, 0xA0 }, true)]
    public void Read_ControlsOfTheUpperHalf_AreNoText(byte[] end, bool isText) =>
        Assert.That(ImportReader.Read((byte[])[.. Encoding.UTF8.GetBytes($"{Heading}\n{Row}"), .. end, 0x0A], null, []).IsRefused, Is.Not.EqualTo(isText));

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public void Read_EachLineEnd_EndsARow(string end) =>
        Assert.That(ImportReader.Read(Encoding.UTF8.GetBytes($"{Heading},Website consent{end}{Row},Yes{end}"), null, ["website"]).Rows.Single().Answers[new PurposeId("website")], Is.EqualTo(FileAnswer.Yes));

    [Test]
    public void Read_TheLineASpreadsheetPutsFirst_IsPassedOver()
    {
        var content = ImportReader.Read(Files.Of("sep=;", Heading.Replace(',', ';'), Row.Replace(',', ';')), null, []);
        Assert.That((content.Delimiter, content.Rows.Single().Number), Is.EqualTo((";", 3)));
    }

    [Test]
    public void Read_DelimitersInsideQuotes_AreNotCounted()
    {
        var content = ImportReader.Read(Files.Of("UPN;\"Legal Surname\";Legal Forename", "A1;\"Birch, Oak, Elm, Ash, Fir, Yew, Box\";Bo"), null, []);
        Assert.That((content.Delimiter, content.Rows.Single().FullName), Is.EqualTo((";", "Bo Birch, Oak, Elm, Ash, Fir, Yew, Box")));
    }

    [Test]
    public void Read_TheDelimiterOfMostLines_Wins()
    {
        var content = ImportReader.Read(Files.Of("Consents, as of today, for Oak, Elm, Ash, Fir", Heading.Replace(',', '\t'), Row.Replace(',', '\t'), "A2\tAsh\tAl"), null, []);
        Assert.That((content.Delimiter, content.Rows.Length), Is.EqualTo(("\t", 2)));
    }

    [Test]
    public void Read_DoubledQuotesAndLineEndsInACell_AreOfTheCell()
    {
        var content = ImportReader.Read(Files.Of(Heading, "A1,\"O\"\"Birch\",\"Bo\r\nBert\"", "A2,Ash,Al"), null, []);
        Assert.That(content.Rows.Select(r => r.FullName), Is.EqualTo(new[] { "Bo Bert O\"Birch", "Al Ash" }));
    }

    [Test]
    public void Read_BlankLinesAndLinesOfDelimiters_KeepTheNumbers()
    {
        var content = ImportReader.Read(Files.Of(Heading, "", Row, ",,", "A2,Ash,Al"), null, []);
        Assert.That(content.Rows.Select(r => r.Number), Is.EqualTo(new[] { 3, 5 }));
    }

    [Test]
    public void Read_EmptyHeadingsAndCellsAtTheEnd_AreNothing() =>
        Assert.That(ImportReader.Read(Files.Of(Heading + ",,", Row + ",,,"), null, []).Rows, Has.Length.EqualTo(1));

    [TestCase("")]
    [TestCase("\r\n")]
    [TestCase("Dear all,\r\nplease find attached\r\n")]
    [TestCase("UPN\r\nA1\r\n", Description = "one heading could be chance")]
    public void Read_NothingThatIsATable_IsRefused(string text) => Assert.That(ImportReader.Read(Encoding.UTF8.GetBytes(text), null, []).IsRefused);

    [Test]
    public void Read_HeadingsAndNoRow_IsRefusedAsEmpty() => AssertRefused(ImportReader.Read(Files.Of(Heading), null, []), RemarkKind.Empty);

    [Test]
    public void Read_NoHeadings_IsRefusedAsThat() => AssertRefused(ImportReader.Read(Files.Of("a,b,c", "1,2,3"), null, []), RemarkKind.NoHeadings);

    [Test]
    public void Read_AQuoteOpenFromTheFirstLine_SaysThat() => AssertRefused(ImportReader.Read(Files.Of("\"UPN,Legal Surname,Legal Forename", Row), null, []), RemarkKind.QuoteOpen);

    [Test]
    public void Read_AFileAboveTheLimit_IsRefusedUnread()
    {
        var file = new byte[ImportReader.MostBytes + 1];
        Array.Fill(file, (byte)'\n');
        Files.Of(Heading, Row).Span.CopyTo(file);
        AssertRefused(ImportReader.Read(file, null, []), RemarkKind.TooLarge);
        Assert.That(ImportReader.PresetOf(file), Is.Not.Null);
        Assert.That(ImportReader.Read(file.AsMemory(0, 1000), null, []).Rows, Has.Length.EqualTo(1), "the same, within it");
    }

    [Test]
    public void PresetOf_AFile_IsTheOneThatKnowsMost() =>
        Assert.That(ImportReader.PresetOf(Files.Of("UPN,Forename,Surname,Known As,Class,NC Year,Date Left", "A1,Bo,Birch,,Oak,3,")).Name, Is.EqualTo("scholarpack"));

    [Test]
    public void Read_WithAMapping_UsesItsColumnsAndWords()
    {
        var mapping = ImportPresets.Find("SIMS")! with { Key = ["Ref"], Forename = ["Given"], Surname = ["Family"], Answers = ImportMappings("website", "Web"), Yes = ["ok"], No = ["never"] };
        var content = ImportReader.Read(Files.Of("Ref,Given,Family,Web,UPN", "A7,Bo,Birch,OK,A1", "A8,Al,Ash,never,A2", "A9,Cy,Elm,Yes,A3"), mapping, ["website"]);
        Assert.That(content.Rows.Select(r => (r.Key, r.FullName, r.Answers[new PurposeId("website")])), Is.EqualTo(new[]
        {
            ("A7", "Bo Birch", FileAnswer.Yes), ("A8", "Al Ash", FileAnswer.No), ("A9", "Cy Elm", FileAnswer.Unclear),
        }));
        Assert.That(ImportPresets.Find("nobody's"), Is.Null);
    }

    [TestCase("Not there", RemarkKind.ColumnMissing, RemarkWeight.Refuses, "Not there")]
    [TestCase("Website consent", RemarkKind.ColumnUnsure, RemarkWeight.Flag, "website")]
    public void Read_AChosenColumnThatIsNotThereOnce_SaysSo(string chosen, RemarkKind kind, RemarkWeight weight, string about)
    {
        var mapping = ImportPresets.Find("sims")! with { Answers = ImportMappings("website", chosen) };
        var content = ImportReader.Read(Files.Of(Heading + ",Website consent,WEBSITE CONSENT", Row + ",Yes,Yes"), mapping, ["website"]);
        Assert.That(content.Remarks.Select(r => (r.Kind, r.Weight, r.Detail)), Does.Contain((kind, weight, about)));
    }

    [Test]
    public void Read_AColumnChosenAway_AnswersNothing()
    {
        var mapping = ImportPresets.Find("sims")! with { Answers = ImportMappings("website", "") };
        var content = ImportReader.Read(Files.Of(Heading + ",Website consent", Row + ",Yes"), mapping, ["website"]);
        Assert.That(content.Rows.Single().Answers, Is.Empty);
        Assert.That(content.Remarks, Has.None.Property("Kind").AnyOf(RemarkKind.ColumnMissing, RemarkKind.ColumnUnsure));
    }

    [TestCase("Legal Surname,Legal Forename", "UPN or MIS number")]
    [TestCase("UPN,Legal Forename,Year", "name")]
    [TestCase("UPN,Legal Surname,Year", "name")]
    public void Read_WithoutKeyOrName_IsRefusedAndNamesWhatIsMissing(string headings, string missing)
    {
        var content = ImportReader.Read(Files.Of(headings, string.Join(',', headings.Split(',').Select(_ => "A1"))), null, []);
        Assert.That(content.Remarks.Where(r => r.Weight == RemarkWeight.Refuses).Select(r => (r.Kind, r.Detail)), Is.EqualTo(new[] { (RemarkKind.ColumnMissing, missing) }));
    }

    [TestCase("UPN,Full name")]
    [TestCase("UPN,Full name,Legal Forename")]
    public void Read_AFullName_SufficesWithoutTheParts(string headings) =>
        Assert.That(ImportReader.Read(Files.Of(headings, headings.Split(',').Length == 2 ? "A1,\"Birch, Bo\"" : "A1,\"Birch, Bo\",Bo"), null, []).Rows.Single().FullName, Is.EqualTo("Bo Birch"));

    [Test]
    public void Read_AHeadingTwiceThatNobodyReads_IsNoMatter() =>
        Assert.That(ImportReader.Read(Files.Of(Heading + ",House,House", Row + ",Red,Red"), null, []).Remarks, Has.None.Property("Kind").EqualTo(RemarkKind.HeadingTwice));

    [TestCase("Website consent")]
    [TestCase("Contact 1")]
    [TestCase("Nicknames")]
    public void Read_AHeadingTwiceThatIsRead_IsRefused(string heading) => Assert.That(
        ImportReader.Read(Files.Of($"{Heading},{heading},{heading}", Row + ",Yes,Yes"), ImportPresets.Find("sims")! with { Answers = ImportMappings("website", "UPN") }, ["website"]).Remarks.Any(r => r.Kind == RemarkKind.HeadingTwice),
        Is.EqualTo(heading != "Website consent"));

    [TestCase(200, RemarkKind.NameTooLong, false)]
    [TestCase(201, RemarkKind.NameTooLong, true)]
    [TestCase(0, RemarkKind.NameMissing, true)]
    public void Read_AName_HasOneToTwoHundredLetters(int length, RemarkKind kind, bool isFlagged) =>
        Assert.That(ImportReader.Read(Files.Of("UPN,Full name", $"A1,{new string('N', length)}", "A2,Al Ash"), null, []).Remarks.Any(r => r.Kind == kind && r.Row == 2), Is.EqualTo(isFlagged));

    [TestCase(40, true)]
    [TestCase(41, false)]
    public void Read_AKey_HasUpToFortyLetters(int length, bool isOne) =>
        Assert.That(ImportReader.Read(Files.Of(Heading, new string('1', length) + ",Birch,Bo", "A2,Ash,Al"), null, []).Rows, Has.Length.EqualTo(isOne ? 2 : 1));

    [TestCase("a-1/2_3.4", true)]
    [TestCase("1.5", true)]
    [TestCase("1.5E7", false)]
    [TestCase("E12", true)]
    [TestCase("1E+9", false)]
    [TestCase("ABC", false)]
    [TestCase("A1#", false)]
    public void Read_AKey_IsLettersDigitsAndTheUsualSeparators(string key, bool isOne) =>
        Assert.That(ImportReader.Read(Files.Of(Heading, key + ",Birch,Bo", "A2,Ash,Al"), null, []).Rows.Select(r => r.Key), Is.EqualTo(isOne ? new[] { key.ToUpperInvariant(), "A2" } : ["A2"]));

    [TestCase("Bobby", "Bobby")]
    [TestCase("", "Bo")]
    public void Read_APreferredName_IsTheFilesOrTheFirst(string cell, string expected) =>
        Assert.That(ImportReader.Read(Files.Of(Heading + ",Preferred Forename", Row + "," + cell), null, []).Rows.Single().PreferredName, Is.EqualTo(expected));

    [TestCase(200, 200)]
    [TestCase(201, 2)]
    public void Read_ALongPreferredName_IsTheFirstNameInstead(int length, int expected) =>
        Assert.That(ImportReader.Read(Files.Of(Heading + ",Preferred Forename", $"{Row},{new string('B', length)}"), null, []).Rows.Single().PreferredName, Has.Length.EqualTo(expected));

    [TestCase(100, 100)]
    [TestCase(101, 0)]
    public void Read_ALongClass_IsNone(int length, int expected) =>
        Assert.That(ImportReader.Read(Files.Of(Heading + ",Reg Group", $"{Row},{new string('O', length)}"), null, []).Rows.Single().Class, Has.Length.EqualTo(expected));

    [Test]
    public void Read_AYearNobodyKnows_IsNotedWithItsWord()
    {
        var content = ImportReader.Read(Files.Of(Heading + ",Year", Row + ",Cygnets", "A2,Ash,Al,"), null, []);
        Assert.That(content.Remarks.Where(r => r.Kind == RemarkKind.YearUnclear).Select(r => (r.Weight, r.Row, r.Detail)), Is.EqualTo(new[] { (RemarkWeight.Note, (int?)2, "Cygnets") }));
    }

    [Test]
    public void Read_AnExportColumn_GivesItsLatestDay() => Assert.That(
        ImportReader.Read(Files.Of(Heading + ",Report date", Row + ",04/11/2026", "A2,Ash,Al,05/11/2026", "A3,Elm,Cy,03/11/2026"), null, []).ExportedOn, Is.EqualTo(new DateOnly(2026, 11, 5)));

    [Test]
    public void Read_AWordOfBothLists_IsANo()
    {
        var mapping = ImportPresets.Find("sims")! with { Yes = ["Yes", "Signed", ""], No = ["No", "Signed"] };
        Assert.That(ImportReader.Read(Files.Of(Heading + ",Website consent", Row + ",Signed", "A2,Ash,Al,"), mapping, ["website"]).Rows.Select(r => r.Answers[new PurposeId("website")]), Is.EqualTo(new[] { FileAnswer.No, FileAnswer.Blank }));
    }

    [Test]
    public void Read_AnAnswerAtTheVeryEnd_IsFlaggedWithItsWord()
    {
        var content = ImportReader.Read(Encoding.UTF8.GetBytes($"{Heading},Website consent\n{Row},Yes"), null, ["website"]);
        Assert.That(content.Remarks.Select(r => (r.Kind, r.Weight, r.Row, r.Detail)), Does.Contain((RemarkKind.AnswerAtTheCut, RemarkWeight.Flag, (int?)2, "Yes")));
    }

    [Test]
    public void Read_AFileThatIsRefused_SaysNothingOfTrailerOrLeaving()
    {
        var content = ImportReader.Read(Files.Of(Heading + ",Date of Leaving", "A1,Birch", "Total,1"), null, []);
        Assert.That((content.IsRefused, content.HasTrailer, content.HasLeaving, content.Rows.Length), Is.EqualTo((true, false, false, 0)));
        Assert.That(ImportReader.Read(Files.Of(Heading + ",Date of Leaving", "A1,Birch,Bo,"), null, []).HasLeaving);
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, string> ImportMappings(string purpose, string heading) =>
        System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add(purpose, heading);

    private static void AssertRefused(ImportContent content, RemarkKind kind) =>
        Assert.That(content.Remarks.Select(r => (r.Kind, r.Weight)), Is.EqualTo(new[] { (kind, RemarkWeight.Refuses) }));
}
