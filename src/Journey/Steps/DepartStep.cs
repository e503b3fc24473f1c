using MediaGuard.Ingest.Departures;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Steps;

/// <summary>Removes the device's copy once custody is proven, and only if it is still the same bytes.</summary>
internal sealed class DepartStep(IDeviceCopyRemover remover, IItemLedger ledger, Shares shares, IOptions<JourneyOptions> options, TimeProvider clock) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        if (item.SourceState != SourceState.Present)
        {
            await ledger.SaveDepartedAsync(lease, item.SourceState, cancellationToken);
            return StepOutcome.Saved;
        }

        if (!await IsInCustodyAsync(item, cancellationToken))
        {
            return StepOutcome.NotYet(Instant.Now(clock) + options.Value.WaitFor);
        }

        var root = await shares.RootAsync(item.School, cancellationToken);
        var outcome = await remover.RemoveAsync(root, item.SourcePath, item.Media, item.Sha256, cancellationToken);
        switch (outcome)
        {
            case DepartureOutcome.ShareUnavailable:
                throw new MediaException(ReasonCode.ShareUnavailable);
            case DepartureOutcome.NotPermitted:
                throw new MediaException(ReasonCode.DeviceCopyNotRemovable);
            case DepartureOutcome.Removed:
            case DepartureOutcome.AlreadyGone:
            case DepartureOutcome.Changed:
            default:
                var state = outcome switch
                {
                    DepartureOutcome.Removed => SourceState.Removed,
                    DepartureOutcome.AlreadyGone => SourceState.AlreadyGone,
                    _ => SourceState.Changed,
                };
                await ledger.SaveDepartedAsync(lease, state, cancellationToken);
                return StepOutcome.Saved;
        }
    }

    /// <summary>We hold the bytes ourselves, or hold them as another item, or deleted them on purpose.</summary>
    private async Task<bool> IsInCustodyAsync(ItemSnapshot item, CancellationToken cancellationToken)
    {
        if (item.Status != MediaStatus.Gone)
        {
            return item.VaultedAt is not null;
        }

        return item.Reason switch
        {
            ReasonCode.Duplicate when item.DuplicateOf is { } other => (await ledger.LoadAsync(item.School, other, cancellationToken))?.VaultedAt is not null,
            ReasonCode.DeletedBefore => true,
            _ => false,
        };
    }
}
