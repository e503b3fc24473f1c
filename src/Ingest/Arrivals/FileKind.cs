namespace MediaGuard.Ingest.Arrivals;

/// <summary>What lies under a name in a share, no link followed.</summary>
internal enum FileKind
{
    Missing,
    Regular,
    Folder,
    Link,

    /// <summary>A pipe, socket or device: never opened.</summary>
    Other,
}
