using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Backups;
using MediaGuard.Records.Items;

namespace MediaGuard.Journey.Inspection;

/// <summary>Counts pictures in the vault whose rows were lost when the books were put back.</summary>
internal sealed class StrandedFindings(IVault vault, IItemLedger ledger, IAuditTrail trail)
{
    /// <summary>Nothing where the books were never put back.</summary>
    public async Task<IReadOnlyList<Finding>> OfAsync(SchoolId school, CancellationToken cancellationToken)
    {
        if ((await trail.SearchAsync(school, new AuditQuestion(BackupActs.Restored, null, null, null), 1, cancellationToken)).Count == 0)
        {
            return [];
        }

        var pictures = await CountAsync(school, cancellationToken);
        return pictures == 0
            ? []
            :
            [
                new Finding(
                    Words.Text("pictures without a row"),
                    Health.Wrong,
                    Words.Count(
                        pictures,
                        "{0} picture in the vault was made after the moment the records were put back to, and no record names it",
                        "{0} pictures in the vault were made after the moment the records were put back to, and no record names them"),
                    Words.Text("They are kept, locked, and shown to nobody. If there is a later backup of the books, restore that one; otherwise ask the teachers of that time whether they have the photos still.")),
            ];
    }

    private async Task<int> CountAsync(SchoolId school, CancellationToken cancellationToken)
    {
        try
        {
            var objects = new List<VaultObject>();
            await foreach (var name in vault.ListAsync(cancellationToken))
            {
                objects.Add(name);
            }

            return (await ledger.FindStrandedAsync(school, objects, cancellationToken)).Select(o => o.Id).Distinct().Count();
        }
        catch (MediaException)
        {
            return 0; // a vault that is away is a finding of its own
        }
    }
}
