using MediaGuard.Records;

namespace MediaGuard.Web.Tests;

public sealed class WebRootTests
{
    /// <summary>A user has 128 such watches on a usual Linux, for all programs together.</summary>
    [Test]
    [Platform("Linux")]
    public async Task Program_Ended_WatchesNoFileAnyMore()
    {
        var before = Watches();
        await using (var rig = await SchoolRig.StartAsync())
        {
            var office = await rig.AsAsync(SchoolRole.Office);
            using var page = await office.GetAsync($"/office/picture/{rig.OakPhotos[0]}");
            Assert.That(page.IsSuccessStatusCode);
            Assert.That(Watches(), Is.GreaterThan(before), "the page gave no file's version");
        }

        Assert.That(Watches(), Is.EqualTo(before));
    }

    private static int Watches()
        => new DirectoryInfo("/proc/self/fd").GetFiles().Count(f => f.LinkTarget?.Contains("inotify", StringComparison.Ordinal) == true);
}
