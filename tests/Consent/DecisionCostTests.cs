using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

[NonParallelizable]
public sealed class DecisionCostTests
{
    [Test]
    public void Decide_ClassOf30TwoChannelsEightFaces_CostsUnderAFifthOfAMillisecond()
    {
        using var services = new ServiceCollection().AddConsent().BuildServiceProvider();
        var engine = services.GetRequiredService<DecisionEngine>();
        var people = Persons(500);
        var register = RegisterOf(people.Select((id, n) => n % 10 == 0 ? Consenting(id, Website) : Consenting(id)));
        var scene = Seen(Enumerable.Range(0, 8).Select(_ => Face())) with
        {
            Pool = [.. people[..30]],
            Absent = [people[0], people[10], people[20]],
            NobodyFromOutside = true,
        };
        Assert.That(engine.Decide(scene, register, Policy).For(ChannelId.Website).Verdict, Is.EqualTo(Verdict.Cleared));
        const int Rounds = 2_000;
        Run(Rounds);
        var cost = Enumerable.Range(0, 5).Min(_ => Run(Rounds));
        TestContext.Out.WriteLine($"{cost.TotalMicroseconds:F1} us a photo");
        Assert.That(cost, Is.LessThan(TimeSpan.FromMicroseconds(200)));

        TimeSpan Run(int rounds)
        {
            // Processor time, not the clock's: what else the machine does is not the engine's cost.
            var before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < rounds; i++)
            {
                engine.Decide(scene, register, Policy);
            }

            return (Environment.CpuUsage.TotalTime - before) / rounds;
        }
    }
}
