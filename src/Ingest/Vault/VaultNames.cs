using MediaGuard.Media;

namespace MediaGuard.Ingest.Vault;

/// <summary>Objects as store names, <c>school/kind/id</c>, and back.</summary>
internal static class VaultNames
{
    public static string Of(VaultObject name) => $"{FolderOf(name)}/{name.Id:N}";

    public static string FolderOf(VaultObject name) => $"{name.School}/{Word(name.Kind)}";

    /// <summary>Null when the name is not an object's.</summary>
    public static VaultObject? Parse(string name) =>
        name.Split('/') is [var school, var kind, var id]
        && Guid.TryParseExact(school, "N", out var schoolId) && Guid.TryParseExact(id, "N", out var objectId)
            ? kind switch
            {
                "original" => new VaultObject(new SchoolId(schoolId), VaultKind.Original, objectId),
                "rendition" => new VaultObject(new SchoolId(schoolId), VaultKind.Rendition, objectId),
                "reference" => new VaultObject(new SchoolId(schoolId), VaultKind.Reference, objectId),
                _ => null,
            }
            : null;

    private static string Word(VaultKind kind) => kind switch
    {
        VaultKind.Original => "original",
        VaultKind.Rendition => "rendition",
        VaultKind.Reference => "reference",
    };
}
