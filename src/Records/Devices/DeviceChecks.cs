using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Register;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Devices;

/// <summary>What is wrong with a device or a loan somebody wants to write down, in a sentence; null when nothing is.</summary>
internal static class DeviceChecks
{
    public static async Task<string?> OfAsync(RecordsContext db, NewDevice device, DeviceId? own, CancellationToken cancellationToken)
    {
        if (Texts(device) is { } wrong)
        {
            return wrong;
        }

        if (device.Holder is { } holder && !await IsAdultAsync(db, holder, cancellationToken))
        {
            return Words.Text("Only an adult on the register can hold a device.");
        }

        if (device.Group is { } group && !await db.Groups.AnyAsync(g => g.Id == group, cancellationToken))
        {
            return Words.Text("There is no such class.");
        }

        var folder = DeviceFolders.Normalise(device.Folder);
        if (folder.Length == 0)
        {
            return null;
        }

        var first = folder.Split('/')[0];
        if (!folder.Contains('/', StringComparison.Ordinal) || !await db.Groups.AnyAsync(g => g.NormalisedFolder == first, cancellationToken))
        {
            return Words.Text("Its folder must lie in a class’s folder, for example Oak/iPad 3.");
        }

        return await db.Devices.AnyAsync(d => d.Folder == folder && d.Id != own, cancellationToken) ? Words.Text("Another device has that folder. Give each its own.") : null;
    }

    public static async Task<string?> OfAsync(RecordsContext db, NewLoan loan, CancellationToken cancellationToken) => loan switch
    {
        { SignedVersion.Length: 0 or > 100 } => Words.Text("Write which version of the loan agreement was signed, in at most 100 letters. Nothing leaves the site before it is signed."),
        _ when loan.SignedOn > loan.From => Words.Text("The agreement must be signed before the loan begins."),
        _ when loan.DueOn < loan.From => Words.Text("It can’t be due back before the loan begins."),
        _ => await IsAdultAsync(db, loan.Holder, cancellationToken) ? null : Words.Text("Only to an adult on the register can a device be lent."),
    };

    private static string? Texts(NewDevice device) => device switch
    {
        { Label.Length: 0 or > 100 } => Words.Text("Give it a name of at most 100 letters, as it stands on its label."),
        { Model.Length: 0 or > 200 } or { Make.Length: > 200 } or { Serial.Length: > 100 } or { Folder.Length: > 200 } or { PermittedBy.Length: > 200 } => Words.Text("Give its model as the camera writes it into photos, and no text longer than 200 letters."),
        _ when NameForms.Normalise(device.Model).Length == 0 => Words.Text("Give its model as the camera writes it into photos."),
        _ when device.Until < device.From => Words.Text("Its last day can’t be before its first."),
        { PermittedBy.Length: > 0, Until: null } => Words.Text("A personal device is permitted until a day: give the last one."),
        _ => null,
    };

    private static Task<bool> IsAdultAsync(RecordsContext db, PersonId person, CancellationToken cancellationToken) =>
        db.People.AnyAsync(p => p.Id == person && p.Kind != PersonKind.Pupil, cancellationToken);
}
