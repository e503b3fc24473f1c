using MediaGuard.Consent;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Publisher.Channels;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Publisher.Recall;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Publisher.Tests;

public sealed class GateTests
{
    private static Task<GateOutcome> PassAsync(MemoryLedger ledger, ReleaseRequest? request = null) =>
        new Clearance.Gate(new DecisionEngine(), ledger).PassAsync(request ?? Classroom.Request, CancellationToken.None);

    [Test]
    public async Task PassAsync_Cleared_CommitsLeavingBeforeTheClearanceExists()
    {
        using var ledger = new MemoryLedger();
        var outcome = await PassAsync(ledger);

        Assert.That(outcome.Answer, Is.EqualTo(GateAnswer.Passed));
        Assert.That(ledger.Log, Is.EqualTo(new[] { "begin", "load", "leaving", "end" }));
        Assert.That(outcome.Clearance!.ReleaseName, Does.Match("^[0-9a-f]{32}$"));
        Assert.That(outcome.Clearance.Rendition, Is.EqualTo(ledger.Ground!.Rendition));
        Assert.That(outcome.Clearance.Request, Is.EqualTo(Classroom.Request));
        Assert.That(ledger.Leaving[ledger.Ground.Rendition], Is.EqualTo(new StandingRelease(outcome.Clearance.Release, outcome.Clearance.ReleaseName)));
    }

    [Test]
    public async Task PassAsync_Twice_KeepsIdAndName()
    {
        using var ledger = new MemoryLedger();
        var first = (await PassAsync(ledger)).Clearance!;
        var second = (await PassAsync(ledger)).Clearance!;
        Assert.That((second.Release, second.ReleaseName), Is.EqualTo((first.Release, first.ReleaseName)));
    }

    [Test]
    public async Task PassAsync_AnotherRendition_HasAnotherName()
    {
        using var ledger = new MemoryLedger();
        var first = (await PassAsync(ledger)).Clearance!;
        ledger.Ground = ledger.Ground! with { Rendition = RenditionId.New() };
        Assert.That((await PassAsync(ledger)).Clearance!.ReleaseName, Is.Not.EqualTo(first.ReleaseName));
    }

    [Test]
    public async Task PassAsync_WithdrawnSinceTheRequest_IsWithheldAndTheStandingReleaseWithIt()
    {
        using var ledger = new MemoryLedger();
        Assert.That((await PassAsync(ledger)).Answer, Is.EqualTo(GateAnswer.Passed));
        await ledger.ChangeAsync(ground => ground with { Register = Classroom.Register(ConsentAnswer.Given, ConsentAnswer.Withdrawn) }, CancellationToken.None);

        var outcome = await PassAsync(ledger);

        Assert.That(outcome.Answer, Is.EqualTo(GateAnswer.Withheld));
        Assert.That(outcome.Clearance, Is.Null);
        Assert.That(outcome.Decision!.Reasons, Is.EqualTo(new[] { new Reason(ReasonCode.PersonRefused, Classroom.Child) }));
        Assert.That(ledger.Leaving, Is.Empty);
        Assert.That(ledger.Withheld.Single().RegisterVersion, Is.EqualTo(2));
    }

    [Test]
    public async Task PassAsync_ChannelNobodyAsksFor_IsWithheld()
    {
        using var ledger = new MemoryLedger();
        var outcome = await PassAsync(ledger, Classroom.Request with { Channel = ChannelId.Website });
        Assert.That((outcome.Answer, outcome.Clearance, outcome.Decision), Is.EqualTo((GateAnswer.Withheld, (Clearance?)null, (ChannelDecision?)null)));
        Assert.That(ledger.Log, Does.Contain("withheld"));
    }

    [Test]
    public async Task PassAsync_NothingThere_CommitsNothing()
    {
        using var ledger = new MemoryLedger { Ground = null };
        var outcome = await PassAsync(ledger);
        Assert.That((outcome.Answer, outcome.Clearance), Is.EqualTo((GateAnswer.NotThere, (Clearance?)null)));
        Assert.That(ledger.Log, Is.EqualTo(new[] { "begin", "load", "end" }));
    }

    [Test]
    public void PassAsync_GroundOfAnotherItem_Throws()
    {
        using var ledger = new MemoryLedger();
        Assert.That(() => PassAsync(ledger, Classroom.Request with { Media = MediaId.New() }), Throws.InvalidOperationException);
        Assert.That(ledger.Leaving, Is.Empty);
    }

    [TestCase("begin", 0)]
    [TestCase("load", 1)]
    [TestCase("leaving", 1)]
    public void PassAsync_LedgerThrows_GivesNoClearanceAndLetsTheHeadGo(string call, int ended)
    {
        using var ledger = new MemoryLedger { Breaks = call };
        Assert.That(() => PassAsync(ledger), Throws.InvalidOperationException);
        Assert.That(ledger.Log.Count(entry => entry == "end"), Is.EqualTo(ended));
        Assert.That(ledger.Leaving, Is.Empty);
    }

    [Test]
    public void PassAsync_WithheldCannotBeWritten_Throws()
    {
        using var ledger = new MemoryLedger { Breaks = "withheld" };
        ledger.Ground = ledger.Ground! with { Register = Classroom.Register() };
        Assert.That(() => PassAsync(ledger), Throws.InvalidOperationException);
    }

    [Test]
    public async Task PassAsync_RacingWithdrawals_NeverPassesAfterOne()
    {
        for (var round = 0; round < 300; round++)
        {
            using var ledger = new MemoryLedger();
            var withdrawn = 0;
            var passes = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                var before = Volatile.Read(ref withdrawn);
                var outcome = await PassAsync(ledger);
                return (WasWithdrawn: before == 1, outcome.Answer);
            })).ToList();
            var withdrawal = Task.Run(async () =>
            {
                await ledger.ChangeAsync(ground => ground with { Register = Classroom.Register(ConsentAnswer.Refused) }, CancellationToken.None);
                Volatile.Write(ref withdrawn, 1);
            });
            var outcomes = await Task.WhenAll(passes);
            await withdrawal;
            Assert.That(outcomes.Any(o => o.WasWithdrawn && o.Answer is GateAnswer.Passed), Is.False);
            Assert.That((await PassAsync(ledger)).Answer, Is.EqualTo(GateAnswer.Withheld));
        }
    }

    [Test]
    public async Task AddPublisher_WithConsentAndALedger_MakesEverything()
    {
        using var ledger = new MemoryLedger();
        var services = new ServiceCollection().AddLogging().AddConsent().AddPublisher().AddPublisher().AddScoped<IReleaseLedger>(_ => ledger);
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<Clearance.Gate>().PassAsync(Classroom.Request, CancellationToken.None);
        Assert.That(outcome.Answer, Is.EqualTo(GateAnswer.Passed));
        Assert.That(provider.GetRequiredService<ChannelRegistry>().Kinds, Is.EqualTo(new[] { "folder" }));
        Assert.That(provider.GetRequiredService<Recaller>(), Is.Not.Null);
    }
}
