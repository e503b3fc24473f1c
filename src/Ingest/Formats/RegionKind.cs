namespace MediaGuard.Ingest.Formats;

/// <summary>What a file says a marked region shows (MWG guidelines 2.0 §5.9). Stored by name, so members are never renamed.</summary>
public enum RegionKind
{
    /// <summary>The file does not say: taken for a face where it bears a name.</summary>
    Unstated,
    Face,
    Pet,

    /// <summary>Where the camera focused.</summary>
    Focus,
    BarCode,

    /// <summary>A word the guidelines do not know.</summary>
    Other,
}
