using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey;

/// <summary>Sends photos the detectors could not look at back to be looked at.</summary>
internal sealed class SecondLook(IModelCatalog models, IRecordsFactory records, IItemLedger ledger, ILogger<SecondLook> logger)
{
    /// <summary>Whether every required model is installed and none is altered: an altered one fails every photo, needed or not.</summary>
    public bool CanSee => Standing is not null;

    /// <summary>Which models are there, for comparing one moment with another; null while photos cannot be seen.</summary>
    public string? Standing
    {
        get
        {
            var all = models.Check();
            return all.All(m => m.State == ModelState.Installed || (m.State == ModelState.Missing && !m.IsRequired)) ? string.Join(' ', all.Select(m => $"{m.Name}:{m.State}")) : null;
        }
    }

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
