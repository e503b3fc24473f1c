using MediaGuard.Journey.Inspection;
using MediaGuard.Records.Backups;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>How the backups of one kind stand.</summary>
internal sealed record BackupLine(string Title, Finding Finding, BackupNote? Last);
