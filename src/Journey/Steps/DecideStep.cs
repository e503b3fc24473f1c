using MediaGuard.Records.Items;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Steps;

/// <summary>The first decision. Every later change of scene, register or policy decides again.</summary>
internal sealed class DecideStep(IHeads heads, Decider decider) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(lease.Item.School, cancellationToken);
        await head.SaveDecidedAsync(lease, cancellationToken);
        await decider.DecideAsync(head, [lease.Item.Media], cancellationToken);
        await head.CommitAsync(cancellationToken);
        return StepOutcome.Saved;
    }
}
