using MediaGuard.Consent.Decisions;

namespace MediaGuard.Publisher.Clearances;

/// <summary>What the gate answered.</summary>
public sealed record GateOutcome
{
    internal static readonly GateOutcome NotThere = new() { Answer = GateAnswer.NotThere };

    private GateOutcome()
    {
    }

    public required GateAnswer Answer { get; init; }

    /// <summary>Set exactly when <see cref="Answer"/> is Passed.</summary>
    public Clearance? Clearance { get; private init; }

    /// <summary>The channel's decision of this moment. Null when the item is not there, or when nobody asks for the channel any more.</summary>
    public ChannelDecision? Decision { get; private init; }

    internal static GateOutcome Passed(Clearance clearance, ChannelDecision decision) =>
        new() { Answer = GateAnswer.Passed, Clearance = clearance, Decision = decision };

    internal static GateOutcome Withheld(ChannelDecision? decision) =>
        new() { Answer = GateAnswer.Withheld, Decision = decision };
}
