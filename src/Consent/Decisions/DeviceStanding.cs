namespace MediaGuard.Consent.Decisions;

/// <summary>What the camera named in the file is to the hardware inventory.</summary>
public enum DeviceStanding
{
    /// <summary>The file names no camera: a note, no hold.</summary>
    NotStated,
    Known,
    Unknown,
}
