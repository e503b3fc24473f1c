using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Devices;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

/// <remarks>A photo's standing is judged when it is understood; whoever changes the inventory later has every photo of that model judged again in the same transaction.</remarks>
public sealed partial class HeadTransaction
{
    private readonly HashSet<string> changedModels = [];

    public DeviceId AddDevice(NewDevice device, UserId? by)
    {
        ArgumentNullException.ThrowIfNull(device);
        var row = new DeviceRow { SchoolId = School, Id = DeviceId.New() };
        db.Devices.Add(row);
        Write(row, device);
        RegisterChanged("device-added", row.Id.ToString(), "", by);
        return row.Id;
    }

    internal void EditDevice(DeviceRow row, NewDevice device, UserId? by)
    {
        DeviceChanged(row);
        Write(row, device);
        row.Version++;
        RegisterChanged("device-edited", row.Id.ToString(), "", by);
    }

    /// <summary>Notes that photos of this device's model must be judged again.</summary>
    internal void DeviceChanged(DeviceRow row) => changedModels.Add(row.NormalisedModel);

    private void Write(DeviceRow row, NewDevice device)
    {
        row.Label = device.Label;
        row.Make = device.Make;
        row.Model = device.Model;
        row.NormalisedModel = NameForms.Normalise(device.Model);
        row.Serial = device.Serial;
        row.GroupId = device.Group;
        row.From = device.From;
        row.Until = device.Until;
        row.PermittedBy = device.PermittedBy;
        row.HolderId = device.Holder;
        row.Folder = DeviceFolders.Normalise(device.Folder);
        DeviceChanged(row);
    }

    private async Task JudgeDevicesAgainAsync(CancellationToken cancellationToken)
    {
        if (changedModels.Count == 0)
        {
            return;
        }

        var devices = (await db.Devices.AsNoTracking().Where(d => changedModels.Contains(d.NormalisedModel)).ToListAsync(cancellationToken)).ToLookup(d => d.NormalisedModel);
        var spelt = await db.Media.Where(m => m.CameraModel != null).Select(m => m.CameraModel!).Distinct().ToListAsync(cancellationToken);
        var models = spelt.Where(m => changedModels.Contains(NameForms.Normalise(m))).ToList();
        var judged = await db.Media.Where(m => models.Contains(m.CameraModel!) && m.Status >= MediaStatus.Understood)
            .Select(m => new { Model = m.CameraModel!, m.CameraSerial, m.ArrivedOn, m.Device }).Distinct().ToListAsync(cancellationToken);
        foreach (var one in judged)
        {
            var standing = DeviceStandings.Of([.. devices[NameForms.Normalise(one.Model)]], one.CameraSerial, one.ArrivedOn);
            if (standing == one.Device)
            {
                continue;
            }

            await db.Media.Where(m => m.CameraModel == one.Model && m.CameraSerial == one.CameraSerial && m.ArrivedOn == one.ArrivedOn && m.Device == one.Device && m.Status >= MediaStatus.Understood)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.Device, standing).SetProperty(m => m.SceneVersion, m => m.SceneVersion + 1).SetProperty(m => m.DecideAgain, m => m.DecideAgain ?? Now),
                    cancellationToken);
            if (standing == DeviceStanding.Unknown)
            {
                await RaiseUnknownCameraAsync(one.Model, one.ArrivedOn, cancellationToken);
            }
        }
    }
}
