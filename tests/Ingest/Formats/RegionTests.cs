using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Names;
using MediaGuard.Ingest.Tests.Cleaning;

namespace MediaGuard.Ingest.Tests.Formats;

/// <summary>Regions marked in a file: what they show, whom they name and where they lie; only faces name people.</summary>
internal sealed class RegionTests : CleaningFixture
{
    [Test]
    public void Read_RegionsOfEveryKind_AreNotedAndOnlyFacesNamePeople()
    {
        var said = Read(
            Mwg(
                Region("Amelia Stonecrop", "Face", "X=0.25,Y=0.5,W=0.1,H=0.2,Unit=normalized"), Region("Rosie", "Pet", "X=0.5,Y=0.5,W=0.1,H=0.1,Unit=normalized"),
                Region("9781234567897", "BarCode", "X=0.1,Y=0.1,W=0.1,H=0.1,Unit=normalized"), "{Type=Focus,Area={X=0.4,Y=0.4,D=0.05,Unit=normalized}}",
                "{Name=Benji Fernleigh,Area={X=0.75,Y=0.5,W=0.1,H=0.2,Unit=normalized}}", "{Type=Face,Area={X=0.9,Y=0.9,W=0.1,H=0.1,Unit=normalized}}"));

        Assert.That(said.Regions, Is.EqualTo(new[]
        {
            new FoundRegion(RegionKind.Face, "Amelia Stonecrop", new(0.25, 0.5, 0.1, 0.2)), new FoundRegion(RegionKind.Pet, "Rosie", new(0.5, 0.5, 0.1, 0.1)),
            new FoundRegion(RegionKind.BarCode, "9781234567897", new(0.1, 0.1, 0.1, 0.1)), new FoundRegion(RegionKind.Focus, null, new(0.4, 0.4, 0.05, 0.05)),
            new FoundRegion(RegionKind.Unstated, "Benji Fernleigh", new(0.75, 0.5, 0.1, 0.2)), new FoundRegion(RegionKind.Face, null, new(0.9, 0.9, 0.1, 0.1)),
        }));
        Assert.That(said.Names.Where(name => NameableTexts.KindOf(name.Field) == NameField.Person).Select(name => name.Text), Is.EquivalentTo(new[] { "Amelia Stonecrop", "Benji Fernleigh" }));
        Assert.That(said.ToString() + string.Join(',', said.Regions), Does.Not.Contain("Amelia"));
    }

    [Test]
    public void Read_RegionInPixels_LiesAtFractions()
    {
        var said = Read(Mwg(Region("Amelia", "Face", "X=24,Y=32,W=48,H=16,Unit=pixel")));
        Assert.That(said.Regions.Single().Area, Is.EqualTo(new RegionArea(0.25, 0.5, 0.5, 0.25)));
    }

    [Test]
    public void Read_RegionOutsideThePicture_HasNoPlace([Values("X=2,Y=0.5,W=0.1,H=0.1,Unit=normalized", "X=nan,Y=0.5,W=0.1,H=0.1,Unit=normalized", "X=0.5,Y=-0.5,W=0.1,H=0.1,Unit=normalized")] string area) =>
        Assert.That(Read(Mwg(Region("Amelia", "Face", area))).Regions.Single(), Is.EqualTo(new FoundRegion(RegionKind.Face, "Amelia", null)));

    [Test]
    public void Read_RegionsOfMicrosoft_AreFaces()
    {
        var said = Read("-XMP-MP:RegionInfoMP={Regions=[{PersonDisplayName=Amelia Stonecrop,Rectangle=0.2|, 0.4|, 0.2|, 0.2},{PersonDisplayName=Benji}]}");
        Assert.That(said.Regions.Select(region => (region.Kind, region.Name)), Is.EqualTo(new[] { (RegionKind.Face, "Amelia Stonecrop"), (RegionKind.Face, "Benji") }));
        Assert.That(said.Regions[0].Area!.Value.CentreX, Is.EqualTo(0.3).Within(1e-9));
        Assert.That(said.Names.Select(name => name.Field), Has.All.EqualTo("Microsoft face region"));
    }

    /// <remarks>Presets, places and products have names too.</remarks>
    [Test]
    public void Read_NamesThatAreNoRegions_NameNobody()
    {
        var said = Read("-XMP-crs:LookName=Rose Kingsmead", "-XMP-iptcExt:LocationShownLocationName=Rose Garden", "-XMP-iptcExt:ProductInImageName=Rosie", "-XMP-iptcExt:ProductInImageDescription=Amelia");
        Assert.That(said.Names.Where(name => NameableTexts.KindOf(name.Field) == NameField.Person), Is.Empty);
        Assert.That(said.Regions, Is.Empty);
    }

    [Test]
    public void Read_EndlessRegions_AreCut() =>
        Assert.That(Read(Mwg([.. Enumerable.Range(0, 150).Select(at => Region($"Child {at}", "Face", "X=0.5,Y=0.5,W=0.1,H=0.1,Unit=normalized"))])).Regions, Has.Length.EqualTo(100));

    private Understanding Read(params string[] tags)
    {
        using var quarters = Drawing.Quarters();
        return Reader.Read(new MemoryStream(WithTags("regions.jpg", Drawing.Jpeg(quarters), tags)));
    }

    private static string Mwg(params string[] regions) => $"-XMP-mwg-rs:RegionInfo={{AppliedToDimensions={{W={Drawing.Width},H={Drawing.Height},Unit=pixel}},RegionList=[{string.Join(',', regions)}]}}";

    private static string Region(string name, string type, string area) => $"{{Name={name},Type={type},Area={{{area}}}}}";
}
