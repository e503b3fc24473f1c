using MediaGuard.Ingest.Vault;
using MediaGuard.Journey;
using MediaGuard.Journey.Review;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Journeys.Tests;

/// <summary>What was deleted for good is known again and not taken in again, however late it comes.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class TombstoneTests
{
    private static readonly byte[] Photo = Photos.Draw(85);

    private School school = null!;
    private Books books = null!;
    private ServiceProvider services = null!;
    private MediaId media;

    /// <summary>A photo that went the whole way and is out.</summary>
    [SetUp]
    public async Task SetUpAsync()
    {
        school = await School.MakeAsync();
        books = new Books(school);
        services = school.Services();
        await school.ClearBeforehandAsync(services, Photo);
        school.Drop("photo.jpg", Photo);
        await DrainAsync(services);
        media = books.Of(Photo)!.Media;
        Assert.That(books.Out(), Has.Count.EqualTo(1));
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await services.DisposeAsync();
        school.Dispose();
    }

    [Test]
    public async Task Delete_SameBytesYearsLater_AreKnownAndTheDevicesCopyGoes()
    {
        Assert.That(await DeleteAsync(), Is.True);
        Assert.That(await HeldAsync(), Is.Empty, "no key and no bytes of it are left");
        await DrainAsync(services);
        Assert.That(books.Out(), Is.Empty, "the copy outside was taken back");

        await using var later = school.Services(s => s.Replace(ServiceDescriptor.Singleton<TimeProvider>(new Later(TimeSpan.FromDays(4 * 365)))));
        school.Drop("another name.jpg", Photo);
        school.Drop("other.jpg", Photos.Draw(86));
        await DrainAsync(later);

        var items = books.Items();
        Assert.That(items.Select(i => (i.Status, i.Reason)), Is.EqualTo(new[]
        {
            (MediaStatus.Gone, nameof(ReasonCode.Deleted)), (MediaStatus.Gone, nameof(ReasonCode.DeletedBefore)), (MediaStatus.Departed, nameof(ReasonCode.None)),
        }).Or.EqualTo(new[]
        {
            (MediaStatus.Gone, nameof(ReasonCode.Deleted)), (MediaStatus.Departed, nameof(ReasonCode.None)), (MediaStatus.Gone, nameof(ReasonCode.DeletedBefore)),
        }));
        Assert.That(items.Where(i => i.Status == MediaStatus.Gone).Select(i => i.Sha256), Is.All.Empty, "only the keyed digest is left");
        Assert.That(books.InShare(), Is.Empty, "the device's copy is dealt with as a duplicate's is");
        Assert.That(books.Out(), Is.Empty);
        await books.AssertSoundAsync();
    }

    [Test]
    public async Task Delete_WhileTheStoreIsAway_IsFinishedByTheSweep()
    {
        var store = Path.Combine(school.Data, "store");
        Directory.Move(store, store + "-away");
        Assert.That(await DeleteAsync(), Is.True);
        Directory.Move(store + "-away", store);
        Assert.That(await HeldAsync(), Is.Not.Empty, "there is something left for the sweep");

        await using var restarted = school.Services();
        await DrainAsync(restarted);
        Assert.That(await HeldAsync(), Is.Empty);
        await books.AssertSoundAsync();
    }

    private Task<bool> DeleteAsync() => services.GetRequiredService<IHumanActs>().DeleteAsync(school.Id, school.Teacher, media, default);

    private static async Task DrainAsync(ServiceProvider services) => await services.GetRequiredService<IDrain>().RunAsync(null, default);

    private async Task<List<VaultObject>> HeldAsync()
    {
        await using var fresh = school.Services();
        var held = new List<VaultObject>();
        await foreach (var one in fresh.GetRequiredService<IVault>().ListAsync(default))
        {
            held.Add(one);
        }

        return held;
    }
}
