using MediaGuard.Journey.Review;
using MediaGuard.Media;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Journey.Tests.Review;

public sealed class LookCacheTests
{
    private const int Megabyte = 1024 * 1024;

    private readonly FakeTimeProvider clock = new();

    [Test]
    public void Keep_MoreThanFits_LosesWhatWasUnusedLongest()
    {
        var cache = Cache(2);
        var (a, b, c) = (Any(), Any(), Any());
        cache.Keep(a, new byte[Megabyte]);
        cache.Keep(b, new byte[Megabyte]);
        Assert.That(cache.Find(a), Is.Not.Null);
        cache.Keep(c, new byte[Megabyte / 2]);
        Assert.That(cache.Find(b), Is.Null);
        Assert.That(cache.Find(a)!.Value.Length, Is.EqualTo(Megabyte));
        Assert.That(cache.Find(c), Is.Not.Null);
        cache.Keep(b, new byte[3 * Megabyte]);
        Assert.That(cache.Find(b), Is.Null, "larger than all there is");
    }

    [Test]
    public void Find_AfterItsTime_FindsNothing()
    {
        var cache = Cache(2);
        var look = Any();
        cache.Keep(look, new byte[9]);
        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.That(cache.Find(look), Is.Not.Null);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That(cache.Find(look), Is.Null, "looking at it does not keep it longer");
    }

    [Test]
    public void Forget_APicture_LosesEverySizeOfIt()
    {
        var cache = Cache(2);
        var (look, other) = (Any(), Any());
        cache.Keep(look, new byte[9]);
        cache.Keep(look with { LongSide = 1600 }, new byte[9]);
        cache.Keep(other, new byte[9]);
        cache.Forget(look.Media);
        Assert.That((cache.Find(look), cache.Find(look with { LongSide = 1600 })), Is.EqualTo(((ReadOnlyMemory<byte>?)null, (ReadOnlyMemory<byte>?)null)));
        Assert.That(cache.Find(other), Is.Not.Null);
        Assert.That(cache.Find(other with { School = new SchoolId(Guid.CreateVersion7()) }), Is.Null, "another school's");
    }

    [Test]
    public void Keep_CacheOfNothing_KeepsNothing()
    {
        var cache = Cache(0);
        var look = Any();
        cache.Keep(look, new byte[9]);
        Assert.That(cache.Find(look), Is.Null);
    }

    private LookCache Cache(int megabytes) => new(Options.Create(new LookOptions { CacheMegabytes = megabytes }), clock);

    private static Look Any() => new(new SchoolId(Guid.Empty), MediaId.New(), RenditionId.New(), 320);
}
