using MediaGuard.Records;
using MediaGuard.Web.Identity;

namespace MediaGuard.Web.Pages;

internal static class RoleHomes
{
    private static readonly RoleHome[] All =
    [
        new(SchoolRole.Teacher, "/teacher", "Today"),
        new(SchoolRole.Teacher, "/upload", "Add photos"),
        new(SchoolRole.Guest, "/upload", "Add photos"),
        new(SchoolRole.Office, "/office", "Review"),
        new(SchoolRole.Office, "/office/register", "Register"),
        new(SchoolRole.Office, "/office/requests", "Requests"),
        new(SchoolRole.Editor, "/editor", "Website gallery"),
        new(SchoolRole.Editor, "/editor/take-downs", "Take-downs"),
        new(SchoolRole.Lead, "/lead", "Overview"),
        new(SchoolRole.Lead, "/lead/incidents", "Incidents"),
        new(SchoolRole.Lead, "/lead/protected", "Protected"),
        new(SchoolRole.Technician, "/technician", "Health"),
        new(SchoolRole.Technician, "/technician/backups", "Backups"),
        new(SchoolRole.Technician, "/technician/settings", "Settings"),
        new(SchoolRole.Technician, "/technician/users", "Accounts"),
        new(SchoolRole.Technician, "/technician/devices", "Devices"),
        new(SchoolRole.Technician, "/tokens", "Website tokens"),
    ];

    /// <summary>The pages a person works on, in the order of the roles.</summary>
    public static IReadOnlyList<RoleHome> Of(CurrentPerson me) => [.. All.Where(h => me.Is(h.Role))];
}
