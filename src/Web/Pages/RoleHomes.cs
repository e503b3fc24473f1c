using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Web.Identity;

namespace MediaGuard.Web.Pages;

internal static class RoleHomes
{
    private static RoleHome[] All =>
    [
        new(SchoolRole.Teacher, "/teacher", Words.Text("Today")),
        new(SchoolRole.Teacher, "/upload", Words.Text("Add photos")),
        new(SchoolRole.Guest, "/upload", Words.Text("Add photos")),
        new(SchoolRole.Office, "/office", Words.Text("Review")),
        new(SchoolRole.Office, "/office/register", Words.Text("Register")),
        new(SchoolRole.Office, "/office/requests", Words.Text("Requests")),
        new(SchoolRole.Editor, "/editor", Words.Text("Website gallery")),
        new(SchoolRole.Editor, "/editor/take-downs", Words.Text("Take-downs")),
        new(SchoolRole.Lead, "/lead", Words.Text("Overview")),
        new(SchoolRole.Lead, "/lead/incidents", Words.Text("Incidents")),
        new(SchoolRole.Lead, "/lead/protected", Words.Text("Protected")),
        new(SchoolRole.Technician, "/technician", Words.Text("Health")),
        new(SchoolRole.Technician, "/technician/backups", Words.Text("Backups")),
        new(SchoolRole.Technician, "/technician/settings", Words.Text("Settings")),
        new(SchoolRole.Technician, "/technician/users", Words.Text("Accounts")),
        new(SchoolRole.Technician, "/technician/devices", Words.Text("Devices")),
        new(SchoolRole.Technician, "/tokens", Words.Text("Website tokens")),
    ];

    /// <summary>The pages a person works on, in the order of the roles.</summary>
    public static IReadOnlyList<RoleHome> Of(CurrentPerson me) => [.. All.Where(h => me.Is(h.Role))];
}
