using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

/// <summary>Six channels with a consent of their own each: whatever a family said yes and no to, a picture goes exactly where they said yes.</summary>
public sealed class ChannelConsentTests
{
    private static readonly ImmutableArray<string> Six = ["seesaw", "website", "social", "press", "display", "credits"];

    private static readonly PersonId Child = Persons(1)[0];

    private static readonly SchoolPolicy SixChannels = Policy with
    {
        Channels = Six.ToImmutableDictionary(id => new ChannelId(id), id => new ChannelPolicy(new ChannelId(id), [new PurposeId(id)], false, id is not ("seesaw" or "display"))),
    };

    private static readonly Scene OfTheChild = Seen(Face(Child)) with { Pool = [Child], NobodyElse = true, AskedFor = [.. Six.Select(id => new ChannelId(id))] };

    /// <summary>What every family said of each: yes, no, or nothing. 3⁶ families.</summary>
    private static IEnumerable<ConsentAnswer?[]> Families() =>
        Enumerable.Range(0, 729).Select(n => Six.Select((_, i) => (n / (int)Math.Pow(3, i) % 3) switch { 0 => null, 1 => ConsentAnswer.Given, _ => (ConsentAnswer?)ConsentAnswer.Refused }).ToArray());

    [Test]
    [Property("Requirement", "C2")]
    [Property("Requirement", "C3")]
    public void Decide_EveryFamily_ClearsExactlyTheChannelsTheySaidYesTo()
    {
        var wrong = new List<string>();
        foreach (var said in Families())
        {
            var records = said.Select((answer, i) => (answer, i)).Where(x => x.answer is not null)
                .Select(x => Said(x.i + 1, Child, new PurposeId(Six[x.i]), x.answer!.Value));
            var decision = new DecisionEngine().Decide(OfTheChild, RegisterOf(Person(Child, [.. records])), SixChannels);
            wrong.AddRange(Six.Select((id, i) => (id, yes: said[i] is ConsentAnswer.Given))
                .Where(x => (decision.For(new ChannelId(x.id)).Verdict == Verdict.Cleared) != x.yes)
                .Select(x => $"{x.id} after {string.Join(',', said)}"));
        }

        Assert.That(wrong, Is.Empty);
    }

    /// <summary>A yes to a channel’s further purposes is no yes to its own.</summary>
    [TestCase("social")]
    [TestCase("press")]
    [Property("Requirement", "C3")]
    public void Decide_ChannelAsksForMore_NeedsEveryOne(string id)
    {
        var policy = SixChannels with { Channels = SixChannels.Channels.SetItem(new ChannelId(id), new ChannelPolicy(new ChannelId(id), [new PurposeId(id), Website], false, true)) };
        Verdict After(params PurposeId[] yes) => new DecisionEngine()
            .Decide(OfTheChild, RegisterOf(Person(Child, [.. yes.Select((p, n) => Said(n + 1, Child, p, ConsentAnswer.Given))])), policy).For(new ChannelId(id)).Verdict;
        Assert.That((After(Website), After(new PurposeId(id)), After(Website, new PurposeId(id))), Is.EqualTo((Verdict.Held, Verdict.Held, Verdict.Cleared)).Or.EqualTo((Verdict.Refused, Verdict.Refused, Verdict.Cleared)));
    }
}
