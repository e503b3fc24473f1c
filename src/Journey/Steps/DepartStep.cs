using MediaGuard.Ingest.Departures;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;

namespace MediaGuard.Journey.Steps;

/// <summary>Removes the device's copy once ours was compared again, and only if it is still the same bytes.</summary>
internal sealed class DepartStep(IDeviceCopyRemover remover, IVault vault, IItemLedger ledger, Shares shares, TimeProvider clock) : IStep
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(1);

    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        if (item.SourceState is SourceState.Removed or SourceState.AlreadyGone)
        {
            await ledger.SaveDepartedAsync(lease, item.SourceState, cancellationToken);
            return StepOutcome.Saved;
        }

        if (await WaitForCustodyAsync(item, cancellationToken) is { } pause)
        {
            return item.Status == MediaStatus.Decided ? throw new MediaException(ReasonCode.CustodyBroken) : StepOutcome.NotYet(Instant.Now(clock) + pause);
        }

        // also where something else was put under the name meanwhile: our own copy may still lie moved aside
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

    /// <summary>
    /// Null when the device's copy is not needed: our own copy was compared again just now, or the one of the item this repeats, or it was deleted on purpose.
    /// Otherwise how long to wait before looking again.
    /// </summary>
    private async Task<TimeSpan?> WaitForCustodyAsync(ItemSnapshot item, CancellationToken cancellationToken)
    {
        if (item.Status != MediaStatus.Gone)
        {
            return await IsHeldAsync(item, cancellationToken) ? null : LongPause;
        }

        switch (item.Reason)
        {
            case ReasonCode.DeletedBefore or ReasonCode.Deleted:
                return null;
            case ReasonCode.Duplicate when item.DuplicateOf is { } same && await ledger.LoadAsync(item.School, same, cancellationToken) is { } other:
                return other.Status switch
                {
                    MediaStatus.Noticed or MediaStatus.Arrived => Soon,
                    MediaStatus.Sealed => LongPause, // nobody deletes anything of it
                    MediaStatus.Gone when other.Reason == ReasonCode.Deleted => null,
                    MediaStatus.Shredded or MediaStatus.Gone when other.VaultedAt is not null => null,
                    _ => await IsHeldAsync(other, cancellationToken) ? null : LongPause,
                };
            default:
                return LongPause;
        }
    }

    private async Task<bool> IsHeldAsync(ItemSnapshot item, CancellationToken cancellationToken) =>
        item.VaultedAt is not null
        && await vault.VerifyAsync(VaultObject.Original(item.School, item.Media), new VaultReceipt(item.Sha256, item.Length), cancellationToken);
}
