using MediaGuard.Records.Devices;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>The hardware inventory.</summary>
internal sealed class DevicesModel(IDeviceBook book) : SchoolPage
{
    public IReadOnlyList<DeviceView> Devices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Devices = await book.ListAsync(Me.School, cancellationToken);
        TakeNote();
    }
}
