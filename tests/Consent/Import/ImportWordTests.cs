using System.Globalization;
using System.Text;
using MediaGuard.Consent.Import;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>Years, days, encodings, delimiters and closing lines as programs write them.</summary>
[Property("Requirement", "C4")]
public sealed class ImportWordTests
{
    private const string Heading = "UPN,Legal Surname,Legal Forename";
    private const string Row = "A1,Birch,Bo";

    [TestCase("R", ExpectedResult = 0)]
    [TestCase("YR", ExpectedResult = 0)]
    [TestCase("Yr R", ExpectedResult = 0)]
    [TestCase("Rec", ExpectedResult = 0)]
    [TestCase("Reception", ExpectedResult = 0)]
    [TestCase("N", ExpectedResult = -1)]
    [TestCase("N2", ExpectedResult = -1)]
    [TestCase("Nursery", ExpectedResult = -1)]
    [TestCase("Nursery 2", ExpectedResult = -1)]
    [TestCase("N1", ExpectedResult = -2)]
    [TestCase("Nursery 1", ExpectedResult = -2)]
    [TestCase("3", ExpectedResult = 3)]
    [TestCase("Y3", ExpectedResult = 3)]
    [TestCase("yr 3", ExpectedResult = 3)]
    [TestCase("Year  3", ExpectedResult = 3)]
    [TestCase("Year group 3", ExpectedResult = 3)]
    [TestCase("NC Year 3", ExpectedResult = 3)]
    [TestCase("Curriculum year 3", ExpectedResult = 3)]
    [TestCase("14", ExpectedResult = 14)]
    [TestCase("15", ExpectedResult = null)]
    [TestCase("Yr Y3", ExpectedResult = null)]
    [TestCase("Oak", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public int? Year_AsProgramsWrite_IsRead(string text) => YearReader.Read(text);

    [TestCase("Friday 25 December 2026", "2026-12-25")]
    [TestCase("Fri 25 Dec 2026", "2026-12-25")]
    [TestCase("Fri, 25 Dec 2026", "2026-12-25")]
    [TestCase("Dec 25, 2026", "2026-12-25")]
    [TestCase("December 25, 2026", "2026-12-25")]
    [TestCase("1990-01-01", "1990-01-01")]
    [TestCase("1989-12-31", null)]
    [TestCase("2100-12-31", "2100-12-31")]
    [TestCase("2101-01-01", null)]
    public void Date_InWordsAndAtTheEndsOfTheRange_IsRead(string text, string? expected) =>
        Assert.That(DateReader.Read(text)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Is.EqualTo(expected));

    [TestCase("12/25/2026", true)]
    [TestCase("12/13/2026", true)]
    [TestCase("12/31/2026", true)]
    [TestCase("1/13/26", true)]
    [TestCase("12/12/2026", false)]
    [TestCase("12/32/2026", false)]
    [TestCase("13/25/2026", false)]
    [TestCase("07/05/2026", false)]
    [TestCase("summer", false)]
    public void Date_ThatCanOnlyHaveTheMonthFirst_IsAmerican(string text, bool expected) => Assert.That(DateReader.IsAmerican(text), Is.EqualTo(expected));

    [TestCase(new byte[] { 0xEF, 0xBB, 0xBF, 0x41 }, "A", "UTF-8", true)]
    [TestCase(new byte[] { 0xFF, 0xFE, 0x41, 0x00 }, "A", "UTF-16", true)]
    [TestCase(new byte[] { 0xFE, 0xFF, 0x00, 0x41 }, "A", "UTF-16", true)]
    [TestCase(new byte[] { 0x41, 0xC3, 0xA9 }, "Aé", "UTF-8", true)]
    [TestCase(new byte[] { 0x41, 0xE9 }, "Aé", "Windows-1252", true)]
    [TestCase(new byte[] { 0xEF, 0xBB, 0xBF, 0x41, 0xFF }, "", "UTF-8", false)]
    [TestCase(new byte[] { 0xFF, 0xFE, 0x41 }, "", "UTF-16", false)]
    [TestCase(new byte[] { 0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x41 }, "", "UTF-16", false)]
    public void Decode_EachMark_NamesItsEncodingAlsoWhereTheBytesAreNone(byte[] bytes, string text, string encoding, bool isText) =>
        Assert.That(TextDecoder.Decode(bytes), Is.EqualTo(new DecodedText(text, encoding, isText)));

    [Test]
    public void Read_AFileThatIsNoTable_NamesNeitherDelimiterNorEncodingOfItsOwn()
    {
        var content = ImportReader.Read(new byte[ImportReader.MostBytes + 1], null, []);
        Assert.That((content.Encoding, content.Delimiter, content.Remarks.Single().Kind), Is.EqualTo(("", "", RemarkKind.TooLarge)));
        Assert.That(ImportReader.PresetOf(new byte[ImportReader.MostBytes + 1]).Name, Is.EqualTo(ImportPresets.All[0].Name));
    }

    [TestCase("Total", "2")]
    [TestCase("Totals", "2")]
    [TestCase("Count:", "2")]
    [TestCase("Rows", "2")]
    [TestCase("Row count", "2")]
    [TestCase("Records", "2")]
    [TestCase("Record count", "2")]
    [TestCase("2 pupils", "")]
    [TestCase("2 students", "")]
    [TestCase("End of report", "2")]
    [TestCase("Number of pupils", "2")]
    [TestCase("Number of students: 2", "")]
    public void Read_AClosingLine_IsNoPupil(string words, string number)
    {
        var content = ImportReader.Read(Files.Of(Heading, Row, "A2,Ash,Al", $"{words},{number}"), null, []);
        Assert.That((content.HasTrailer, content.Rows.Length, content.Remarks.Length), Is.EqualTo((true, 2, 0)));
        Assert.That(ImportReader.Read(Files.Of(Heading, Row, $"{words},{number}"), null, []).Remarks.Select(r => (r.Kind, r.Detail)), Is.EqualTo(new[] { (RemarkKind.TrailerWrong, "2") }));
    }

    [TestCase("Sum,2")]
    [TestCase("Total")]
    [TestCase("Total,2,3,4")]
    public void Read_ALineThatIsNoClosingOne_IsAPupilWithoutWhatOneHas(string line) =>
        Assert.That(ImportReader.Read(Files.Of(Heading + ",Notes", Row + ",", line), null, []).HasTrailer, Is.False);

    [Test]
    public void Read_TwoRowsOfHeadings_TheFirstIsMeant() =>
        Assert.That(ImportReader.Read(Files.Of(Heading, Heading, Row), null, []).Remarks.Select(r => (r.Kind, r.Row)), Is.EqualTo(new[] { (RemarkKind.KeyOdd, (int?)2) }));

    [TestCase("")]
    [TestCase("sep=;\r\n")]
    public void Read_NothingButPerhapsADelimiter_IsEmpty(string text) =>
        Assert.That(ImportReader.Read(Encoding.UTF8.GetBytes(text), null, []).Remarks.Select(r => r.Kind), Is.EqualTo(new[] { RemarkKind.Empty }));

    [TestCase("UPN;Legal Surname;Legal Forename;Notes, other", "A1;Birch;Bo;x, y", Description = "both in every line: the one that stands there more often")]
    [TestCase("UPN;Legal Surname;Legal Forename;\"Notes, a, b, c, d, e\"", "A1;Birch;Bo;\"a, b, c, d, e, f\"", Description = "what stands in quotes does not count")]
    [TestCase("\"UPN\";\"Legal Surname\";\"Legal Forename\"", "\"A1\";\"Birch\";\"Bo\"", Description = "what stands after quotes does")]
    [TestCase("Oak, Elm, Ash, Fir, Yew, Box, Bay, Sloe, Plum, Pear", "UPN;Legal Surname;Legal Forename\r\nA1;Birch;Bo", Description = "one line of many commas")]
    public void Read_SemicolonsAmongCommas_AreTheDelimiter(string first, string second)
    {
        var content = ImportReader.Read(Files.Of(first, second), null, []);
        Assert.That((content.Delimiter, content.Rows.Single().FullName), Is.EqualTo((";", "Bo Birch")));
    }
}
