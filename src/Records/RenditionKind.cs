namespace MediaGuard.Records;

/// <summary>What was done to make a rendition. Stored by name.</summary>
public enum RenditionKind
{
    /// <summary>Cleaned and nothing else: what signed-in people look at.</summary>
    Cleaned,

    /// <summary>Somebody was blurred or cropped out, for one channel.</summary>
    Redacted,
}
