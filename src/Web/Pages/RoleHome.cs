namespace MediaGuard.Web.Pages;

/// <summary>Where somebody's work begins.</summary>
internal sealed record RoleHome(string Role, string Path, string Name)
{
    /// <summary>It shows one class; whoever comes from another page of a class stays with it.</summary>
    public bool IsOfAClass => Path is "/teacher" or "/upload";
}
