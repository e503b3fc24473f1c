using MediaGuard.Media;
using MediaGuard.Records.Devices;
using MediaGuard.Records.Register;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>Puts a device into the inventory, or corrects it; also somebody's own with a dated permission.</summary>
internal sealed class DeviceEditModel(IDeviceBook book, IPhotoViews views, SchoolCalendar calendar) : SchoolPage
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public string? Label { get; set; }

    [BindProperty]
    public string? Make { get; set; }

    [BindProperty]
    public string? CameraModel { get; set; }

    [BindProperty]
    public string? Serial { get; set; }

    [BindProperty]
    public Guid? Class { get; set; }

    [BindProperty]
    public Guid? Holder { get; set; }

    [BindProperty]
    public string? Folder { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? PermittedBy { get; set; }

    public string? Wrong { get; private set; }

    public IReadOnlyList<ClassView> Classes { get; private set; } = [];

    public IReadOnlyList<HolderView> Holders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        From = await calendar.TodayAsync(Me.School, cancellationToken);
        if (Id is not { } id)
        {
            return Page();
        }

        if (await book.FindAsync(Me.School, new DeviceId(id), cancellationToken) is not { Device: var device })
        {
            return NotFound();
        }

        (Label, Make, CameraModel, Serial, Folder) = (device.Label, device.Make, device.Model, device.Serial, device.Folder);
        (From, Until, PermittedBy, Class, Holder) = (device.From, device.Until, device.PermittedBy, device.Group?.Value, device.Holder?.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || From is not { } from)
        {
            return await WrongAsync(Words.Text("Give the first day, and days the fields can read."), cancellationToken);
        }

        var device = new NewDevice(Text(Label), Text(Make), Text(CameraModel), Text(Serial), Class is { } group ? new GroupId(group) : null, from, Until, Text(PermittedBy))
        {
            Holder = Holder is { } holder ? new PersonId(holder) : null,
            Folder = Text(Folder),
        };
        if (Id is { } known && await book.FindAsync(Me.School, new DeviceId(known), cancellationToken) is null)
        {
            return NotFound();
        }

        var outcome = Id is { } id
            ? await book.EditAsync(Me.School, new DeviceId(id), device, Me.User, cancellationToken)
            : await book.AddAsync(Me.School, device, Me.User, cancellationToken);
        if (outcome.Wrong is { } wrong)
        {
            return await WrongAsync(wrong, cancellationToken);
        }

        Leave(Words.Text("Saved. Photos of this model are decided again."));
        return Redirect($"/technician/devices/{outcome.Device}");
    }

    private static string Text(string? text) => text?.Trim() ?? "";

    private async Task<IActionResult> WrongAsync(string wrong, CancellationToken cancellationToken)
    {
        Wrong = wrong;
        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Classes = await views.ClassesAsync(Me.School, null, cancellationToken);
        Holders = await book.HoldersAsync(Me.School, cancellationToken);
    }
}
