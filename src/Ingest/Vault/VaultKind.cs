namespace MediaGuard.Ingest.Vault;

/// <summary>What a vault object is. Part of its name and of what its encryption is bound to.</summary>
public enum VaultKind
{
    Original = 1,
    Rendition = 2,

    /// <summary>A reference photo of an enrolled person, where the school keeps them.</summary>
    Reference = 3,
}
