namespace MediaGuard.Web.Pages;

/// <summary>Where somebody's work begins.</summary>
internal sealed record RoleHome(string Role, string Path, string Name);
