using System.Collections.Immutable;
using MediaGuard.Consent.Import;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>Columns and words somebody chose, and what is said of them.</summary>
[Property("Requirement", "C4")]
public sealed class ImportMappingTests
{
    private const string Heading = "UPN,Legal Surname,Legal Forename";
    private const string Row = "A1,Birch,Bo";
    private const string Contact = ",Parent/Carer 1,Parent/Carer 1 Email Address,Parent/Carer 1 Parental Responsibility";

    private static readonly ImportMapping Sims = ImportPresets.Find("sims")!;

    [Test]
    public void Read_AColumnChosenAway_IsNotTheOneWithoutAHeading()
    {
        var mapping = Sims with { Answers = ImmutableDictionary<string, string>.Empty.Add("website", "") };
        Assert.That(ImportReader.Read(Files.Of(Heading + ",,Website consent", Row + ",Yes,Yes"), mapping, ["website"]).Rows.Single().Answers, Is.Empty);
    }

    [Test]
    public void Read_AHeadingChosenAsNone_IsNotTheOneWithoutAName()
    {
        var content = ImportReader.Read(Files.Of("UPN,,Legal Surname,Legal Forename", "A1,Oak,Birch,Bo"), Sims with { Class = [""] }, []);
        Assert.That((content.Columns.Class, content.Rows.Single().Class), Is.EqualTo(((int?)null, "")));
    }

    [Test]
    public void Read_AColumnChosenForOnePurpose_IsSaidToBeMissingForTheOther()
    {
        var mapping = Sims with { Answers = ImmutableDictionary<string, string>.Empty.Add("website", "Seesaw consent") };
        var content = ImportReader.Read(Files.Of(Heading + ",Seesaw consent", Row + ",Yes"), mapping, ["seesaw", "website"]);
        Assert.That(content.Rows.Single().Answers.Keys, Is.EqualTo(new[] { new PurposeId("website") }));
        Assert.That(content.Remarks.Select(r => (r.Kind, r.Weight, r.Detail)), Is.EqualTo(new[] { (RemarkKind.ColumnUnsure, RemarkWeight.Flag, "seesaw") }));
    }

    [Test]
    public void Read_AContactsWord_IsAYesOnlyWhereItIsNoNoAndNotNothing()
    {
        var mapping = Sims with { Yes = ["", "ok", "no"], No = ["no"] };
        Assert.That(Responsible(mapping, "ok"), Is.True);
        Assert.That(Responsible(mapping, ""), Is.Null);
        Assert.That(Responsible(mapping, "no"), Is.False);

        static bool? Responsible(ImportMapping mapping, string word) =>
            ImportReader.Read(Files.Of(Heading + Contact, $"{Row},Pat Birch,pat@example.org,{word}"), mapping, []).Rows.Single().Contacts.Single().HasResponsibility;
    }

    [Test]
    public void Read_AContactWithoutAnAddress_IsNothingToFlag()
    {
        var content = ImportReader.Read(Files.Of(Heading + Contact, $"{Row},Pat Birch,,"), null, []);
        Assert.That((content.Rows.Single().Contacts.Single().Email, content.Remarks.Length), Is.EqualTo(("", 0)));
    }

    [Test]
    public void Read_AKeyTwice_NamesTheOtherRow() =>
        Assert.That(ImportReader.Read(Files.Of(Heading, Row, "A1,Ash,Al"), null, []).Remarks.Select(r => (r.Kind, r.Row, r.Detail)), Is.EqualTo(new[] { (RemarkKind.KeyTwice, (int?)3, "row 2") }));
}
