using System.Net;
using MediaGuard.Records;
using MediaGuard.Tests.Support;

namespace MediaGuard.Web.Tests;

/// <summary>The technician's page names each model that is not right, and how to mend it; the pages are served all the same.</summary>
public sealed class ModelsPageTests
{
    [Test]
    public async Task Technician_ModelsAlteredAndMissing_ReadsWhichAndHowToMendThem()
    {
        using var weights = new TempFolder();
        var altered = await File.ReadAllBytesAsync(Path.Combine(TestPaths.Root, "models", "weights", "ultraface-rfb320.onnx"));
        altered[1000] ^= 1;
        await File.WriteAllBytesAsync(weights.At("ultraface-rfb320.onnx"), altered);
        await using var rig = await SchoolRig.StartAsync(("Models:Folder", weights.FullName));
        var technician = await rig.AsAsync(SchoolRole.Technician);
        var page = await technician.ReadAsync("/technician");
        Assert.That(page, Does.Match("<h2>model ultraface-rfb320</h2><p>The file is not the one the manifest names; it is not used, and photos are held meanwhile.</p>\\s*<p class=\"mend\">Run `mediaguard models install`"));
        Assert.That(page, Does.Match("<h2>model blazeface-back</h2><p>Not installed: no face can be looked for, and photos are held meanwhile.</p>\\s*<p class=\"mend\">Run `mediaguard models install`"));
        Assert.That(page, Does.Not.Contain("everything works"));
        using var office = await (await rig.AsAsync(SchoolRole.Office)).GetAsync("/office");
        Assert.That(office.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
