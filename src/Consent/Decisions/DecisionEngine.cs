using System.Collections.Immutable;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>
/// Decides for every channel asked for, from what it is given and nothing else. Safe for any number of threads; the same input gives the
/// same decision to the last reason, in the same order.
/// </summary>
public sealed class DecisionEngine
{
    /// <summary>Rises with every change of a rule; part of every decision.</summary>
    public const string EngineVersion = "7";

    private readonly IReadOnlyList<IDecisionRule> rules;

    public DecisionEngine()
        : this(DecisionRules.All)
    {
    }

    internal DecisionEngine(IReadOnlyList<IDecisionRule> rules) => this.rules = rules;

    /// <summary>
    /// One decision per channel asked for, from the scene of the rendition that leaves for it, in the order of their names; none where nobody asked. The worst reason makes the verdict; Cleared has none.
    /// </summary>
    public Decision Decide(Scene scene, RegisterSnapshot register, SchoolPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(policy);

        var reading = new SceneReading(scene);
        var channels = scene.AskedFor
            .OrderBy(channel => channel.Value, StringComparer.Ordinal)
            .Select(channel => DecideFor(new ChannelQuestion(
                scene.Redacted.TryGetValue(channel, out var redacted) ? new SceneReading(redacted) : reading, channel, register, policy)));

        return new Decision(
            scene.Media,
            [.. channels],
            reading.Possible.People,
            scene.Version,
            register.Version,
            policy.Version,
            EngineVersion,
            scene.ModelsVersion);
    }

    private ChannelDecision DecideFor(ChannelQuestion question)
    {
        var approvals = question.Scene.Approvals.Where(approval => approval.Channel == question.Channel).ToList();
        var reasons = rules
            .SelectMany(rule => rule.Object(question))
            .Where(reason => !approvals.Exists(approval => approval.Ends(reason)))
            .Distinct()
            .OrderByDescending(reason => reason.Code.Verdict())
            .ThenBy(reason => reason.Code)
            .ThenBy(reason => reason.Person?.Value)
            .ThenBy(reason => reason.Face?.Value)
            .ToImmutableArray();

        var verdict = reasons.IsEmpty ? Verdict.Cleared : reasons.Max(reason => reason.Code.Verdict());
        return new ChannelDecision(question.Channel, verdict, reasons, question.PeopleAsked);
    }
}
