using MediaGuard.Consent.Incidents;
using MediaGuard.Media;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>Opens an incident; its clock starts now.</summary>
    public Guid OpenIncident(NewIncident incident, UserId? by)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var row = new IncidentRow
        {
            SchoolId = School,
            Id = Guid.CreateVersion7(),
            Kind = incident.Kind,
            ConcernsHead = incident.ConcernsHead,
            Day = incident.Day ?? Today,
            What = incident.What,
            MediaId = incident.Media,
            DeviceId = incident.Device,
            OpenedAt = Now,
            OpenedBy = by,
        };
        db.Incidents.Add(row);
        Audit("incident-opened", row.Id.ToString("N"), incident.Kind.ToString(), by);
        return row.Id;
    }

    /// <summary>Raises the incident of a camera the inventory does not know, one a model and day, and adds nothing where it was raised before.</summary>
    internal async Task RaiseUnknownCameraAsync(string camera, DateOnly day, CancellationToken cancellationToken)
    {
        var normalised = NameForms.Normalise(camera);
        var key = normalised.Length > 200 ? normalised[..200] : normalised;
        if (db.Incidents.Local.Any(i => i.CameraKey == key && i.Day == day) || await db.Incidents.AnyAsync(i => i.CameraKey == key && i.Day == day, cancellationToken))
        {
            return;
        }

        var id = OpenIncident(new NewIncident(IncidentKind.UnknownCamera, "", Day: day), null);
        var row = db.Incidents.Local.Single(i => i.Id == id);
        (row.CameraKey, row.Camera) = (key, camera);
    }
}
