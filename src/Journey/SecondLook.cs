using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey;

/// <summary>Sends photos the detectors could not look at back to be looked at.</summary>
internal sealed class SecondLook(IModelCatalog models, IRecordsFactory records, IItemLedger ledger, ILogger<SecondLook> logger)
{
    /// <summary>Whether every required model is installed and unaltered.</summary>
    public bool CanSee => models.Check().Where(m => m.IsRequired).All(m => m.State == ModelState.Installed);

    /// <returns>How many photos are looked at again.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var sum = 0;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            var count = await ledger.LookAgainAsync(school.Id, cancellationToken);
            if (count > 0)
            {
                LogMessages.LookingAgain(logger, school.Id, count);
                sum += count;
            }
        }

        return sum;
    }
}
