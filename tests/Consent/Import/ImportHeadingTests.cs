using System.Collections.Immutable;
using MediaGuard.Consent.Import;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>Which columns are taken for consents: those that ask for one, and none whose yes means something else.</summary>
[Property("Requirement", "C4")]
public sealed class ImportHeadingTests
{
    private static readonly string[] Purposes = ["website", "seesaw", "social", "press", "display", "credits", "trips"];

    [TestCase("website", "Website")]
    [TestCase("website", "WEB SITE")]
    [TestCase("website", "Website consent")]
    [TestCase("website", "WebsiteConsent")]
    [TestCase("website", "CMSWebsitePermission")]
    [TestCase("website", "website_photos")]
    [TestCase("website", "websiteconsent")]
    [TestCase("website", "PHOTOSWEBSITE")]
    [TestCase("website", "Photo: website")]
    [TestCase("website", "Photographs on our web-site")]
    [TestCase("website", "Images may be published on websites")]
    [TestCase("website", "Website photos (Yes/No)")]
    [TestCase("website", "Website photos Y or N")]
    [TestCase("website", "Photos on the internet")]
    [TestCase("website", "Internet video consent")]
    [TestCase("seesaw", "Seesaw")]
    [TestCase("seesaw", "SeeSaw consent")]
    [TestCase("seesaw", "See-saw photos")]
    [TestCase("seesaw", "Learning journal")]
    [TestCase("seesaw", "Learning Journals: permission")]
    [TestCase("social", "Social media")]
    [TestCase("social", "SocialMediaConsent")]
    [TestCase("social", "Facebook photos")]
    [TestCase("social", "Photos on Twitter")]
    [TestCase("social", "Instagram permission")]
    [TestCase("press", "Press")]
    [TestCase("press", "Press photo")]
    [TestCase("press", "Newspaper consent")]
    [TestCase("press", "Media: newspapers")]
    [TestCase("display", "Display")]
    [TestCase("display", "Displays consent")]
    [TestCase("display", "Photos in school")]
    [TestCase("credits", "Credits")]
    [TestCase("credits", "Video credits")]
    [TestCase("trips", "Trips: photo consent")]
    public void Read_AHeadingThatAsksForAConsent_IsReadForItsPurposeAlone(string purpose, string heading)
    {
        var content = Read(heading);
        Assert.That(content.Remarks, Is.Empty);
        Assert.That(content.Rows.Single().Answers.Select(a => (a.Key.Value, a.Value)), Is.EqualTo(new[] { (purpose, FileAnswer.Yes) }));
    }

    [TestCase("No website photos")]
    [TestCase("Website photos: not")]
    [TestCase("Don't use photos on website")]
    [TestCase("Don’t use photos on website")]
    [TestCase("Dont use photos on website")]
    [TestCase("Website: non-consent")]
    [TestCase("Website photo opt-out")]
    [TestCase("Website opt out")]
    [TestCase("Website OptOut")]
    [TestCase("Website optout")]
    [TestCase("Photos without website")]
    [TestCase("Website photo refused")]
    [TestCase("WebsiteRefusal")]
    [TestCase("Website consent declined")]
    [TestCase("Declines website")]
    [TestCase("Withdrawn website consent")]
    [TestCase("Website consent withdrawal")]
    [TestCase("Website consent withheld")]
    [TestCase("Withhold from website")]
    [TestCase("Objection to website photos")]
    [TestCase("Exclude from website")]
    [TestCase("Website: excluded")]
    [TestCase("Never on website photos")]
    [TestCase("Website photos denied")]
    [TestCase("Photos cannot go on website")]
    [TestCase("Photos except website")]
    [TestCase("Against website photos")]
    [TestCase("Disagrees to website photos")]
    [TestCase("Photo restrictions website")]
    [TestCase("Website photos prohibited")]
    [TestCase("Website photos forbidden")]
    [TestCase("Do not publish on website")]
    [TestCase("No press photographs")]
    [TestCase("Internet access consent")]
    [TestCase("Photo and internet access")]
    [TestCase("Permission - Internet")]
    [TestCase("Internet")]
    public void Read_AHeadingThatMayAskTheOpposite_IsFlaggedAndReadOnlyWhenItIsChosen(string heading)
    {
        var content = Read(heading);
        Assert.That(content.Rows.Single().Answers, Is.Empty);
        Assert.That(content.Remarks.Select(r => (r.Kind, r.Weight, r.Detail)), Is.EqualTo(new[] { (RemarkKind.ColumnUnsure, RemarkWeight.Flag, heading) }));

        var chosen = Read(heading, ImportPresets.Find("sims")! with { Answers = Purposes.ToImmutableDictionary(p => p, p => p == "website" ? heading : "") });
        Assert.That(chosen.Remarks, Is.Empty);
        Assert.That(chosen.Rows.Single().Answers[new PurposeId("website")], Is.EqualTo(FileAnswer.Yes));
    }

    [TestCase("Express permission for photographs")]
    [TestCase("Impressive photo")]
    [TestCase("Accredits media")]
    [TestCase("Not in")]
    [TestCase("Internet safety lesson")]
    [TestCase("Website visited")]
    [TestCase("Photo consent")]
    public void Read_AHeadingAboutSomethingElse_IsReadForNoPurpose(string heading)
    {
        var content = Read(heading);
        Assert.That((content.Remarks.Length, content.Rows.Single().Answers.Count), Is.EqualTo((0, 0)));
    }

    [TestCase("Website consent date")]
    [TestCase("Website consent dates")]
    [TestCase("WebsiteConsentDate")]
    [TestCase("Date of website consent")]
    [TestCase("Website consent notes")]
    [TestCase("Website consent note")]
    [TestCase("Website consent comment")]
    [TestCase("Website consent comments")]
    [TestCase("Website consent given by")]
    [TestCase("Website consent reason")]
    [TestCase("Website consent expiry")]
    [TestCase("Website consent withdrawn date")]
    public void Read_AColumnBesideAnAnswer_IsNoAnswer(string aside)
    {
        var content = ImportReader.Read(Files.Of($"UPN,Legal Surname,Legal Forename,{aside},Website consent,x", "A1,S,F,No,Yes,"), null, Purposes);
        Assert.That(content.Remarks, Is.Empty);
        Assert.That(content.Rows.Single().Answers.Values, Is.EqualTo(new[] { FileAnswer.Yes }));
    }

    [Test]
    public void Read_AnOppositeBesideTheRightColumn_LeavesThatRead()
    {
        var content = ImportReader.Read(Files.Of("UPN,Legal Surname,Legal Forename,No website photos,Website photos", "A1,S,F,Yes,No"), null, Purposes);
        Assert.That(content.Rows.Single().Answers.Values, Is.EqualTo(new[] { FileAnswer.No }));
        Assert.That(content.Remarks.Single().Detail, Is.EqualTo("No website photos"));
    }

    private static ImportContent Read(string heading, ImportMapping? mapping = null) =>
        ImportReader.Read(Files.Of($"UPN,Legal Surname,Legal Forename,\"{heading}\"", "A1,S,F,Yes"), mapping, Purposes);
}
