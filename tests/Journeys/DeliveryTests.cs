using MediaGuard.Journey;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Publisher.Channels;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Publisher.Recall;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Journeys.Tests;

/// <summary>A channel that fails once: the run that met it ends with the copy out, not with one on its way.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DeliveryTests
{
    private School school = null!;

    [SetUp]
    public async Task SetUpAsync() => school = await School.MakeAsync();

    [TearDown]
    public void TearDown() => school?.Dispose();

    [TestCase(false, TestName = "Drain_ChannelAnswersFailedOnce_DeliversInTheSameRun")]
    [TestCase(true, TestName = "Drain_ChannelThrowsOnce_DeliversInTheSameRun")]
    public async Task Drain_FailsOnce_Delivers(bool throws)
    {
        var channel = (Flaky?)null;
        await using var services = school.Services(s =>
        {
            var real = s.Single(d => d.ServiceType == typeof(IChannel));
            s.RemoveAll<IChannel>();
            s.AddSingleton<IChannel>(p => channel = new Flaky((IChannel)ActivatorUtilities.CreateInstance(p, real.ImplementationType!), throws));
        });
        var photo = Photos.Draw(1);
        await school.ClearBeforehandAsync(services, photo);
        school.Drop("one.jpg", photo);

        await services.GetRequiredService<IDrain>().RunAsync(null, default);

        var books = new Books(school);
        Assert.Multiple(() =>
        {
            Assert.That(channel!.Calls, Is.EqualTo(2));
            Assert.That(books.Of(photo)?.Status, Is.EqualTo(MediaStatus.Shredded));
            Assert.That(books.Out(), Has.Count.EqualTo(1));
            Assert.That(books.Rows("SELECT State FROM Releases", r => r.GetString(0)), Is.EqualTo(new[] { "Released" }));
        });
    }

    private sealed class Flaky(IChannel real, bool throws) : IChannel
    {
        public int Calls { get; private set; }

        public string Kind => real.Kind;

        public Task<ChannelResult> ReleaseAsync(Clearance clearance, ChannelTarget target, Stream jpeg, CancellationToken cancellationToken) => ++Calls > 1
            ? real.ReleaseAsync(clearance, target, jpeg, cancellationToken)
            : throws ? throw new IOException("the place went away") : Task.FromResult(ChannelResult.Failed("busy", retryHelps: true));

        public Task<ChannelResult> RecallAsync(RecallOrder order, ChannelTarget target, CancellationToken cancellationToken) => real.RecallAsync(order, target, cancellationToken);
    }
}
