using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Devices;

/// <summary>What the camera a file names is to the inventory, on the day the file arrived.</summary>
internal static class DeviceStandings
{
    /// <remarks>A lost device vouches for nothing from the day it was lost on, and a file that bears its serial number is nobody else's.</remarks>
    public static async Task<DeviceStanding> OfAsync(RecordsContext db, string? model, string? serial, DateOnly day, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(model))
        {
            return DeviceStanding.NotStated;
        }

        var normalised = NameForms.Normalise(model);
        return Of(await db.Devices.AsNoTracking().Where(d => d.NormalisedModel == normalised).ToListAsync(cancellationToken), serial, day);
    }

    /// <param name="devices">Every device of the model.</param>
    public static DeviceStanding Of(IReadOnlyCollection<DeviceRow> devices, string? serial, DateOnly day)
    {
        var isOfLost = !string.IsNullOrWhiteSpace(serial) && devices.Any(d => d.LostOn <= day && NameForms.Normalise(d.Serial) == NameForms.Normalise(serial));
        return !isOfLost && devices.Any(d => d.From <= day && (d.Until is null || d.Until >= day) && (d.LostOn is null || d.LostOn > day)) ? DeviceStanding.Known : DeviceStanding.Unknown;
    }
}
