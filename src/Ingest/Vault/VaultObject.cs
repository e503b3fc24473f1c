using MediaGuard.Media;

namespace MediaGuard.Ingest.Vault;

/// <summary>Names one encrypted object. The same name always means the same object, so a repeated write replaces and leaves no orphan.</summary>
public readonly record struct VaultObject(SchoolId School, VaultKind Kind, Guid Id)
{
    /// <summary>Under which its bytes lie in the store.</summary>
    public string StoreName => VaultNames.Of(this);

    public static VaultObject Original(SchoolId school, MediaId media) => new(school, VaultKind.Original, media.Value);
    public static VaultObject Rendition(SchoolId school, RenditionId rendition) => new(school, VaultKind.Rendition, rendition.Value);
    public static VaultObject Reference(SchoolId school, Guid photo) => new(school, VaultKind.Reference, photo);
}
