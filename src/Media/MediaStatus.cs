namespace MediaGuard.Media;

/// <summary>How far a media item has come. The first nine are in the journey's order; the rest are resting places.</summary>
public enum MediaStatus
{
    /// <summary>A row exists and the file is claimed; nothing of ours holds its bytes yet.</summary>
    Noticed = 0,

    /// <summary>Copied, encrypted and hashed.</summary>
    Arrived = 10,

    /// <summary>Our copy was flushed, re-read and is equal. From here the device's copy is not needed.</summary>
    Vaulted = 20,

    /// <summary>Format known by content; what the file carried is noted.</summary>
    Understood = 30,

    /// <summary>A verified rendition of nothing but pixels exists.</summary>
    Cleaned = 40,

    /// <summary>Faces were looked for; whether that worked is on the record.</summary>
    Seen = 50,

    /// <summary>A verdict per channel asked for exists.</summary>
    Decided = 60,

    /// <summary>The device's copy was compared and removed, or found changed and left alone.</summary>
    Departed = 70,

    /// <summary>The original's key is destroyed; only the rendition remains.</summary>
    Shredded = 80,

    /// <summary>Could not be taken further; a person must look. Nothing of it can be released.</summary>
    Quarantined = 200,

    /// <summary>Kept unseen for safeguarding. Nobody views, copies or deletes it.</summary>
    Sealed = 210,

    /// <summary>No bytes of it are left here.</summary>
    Gone = 220,
}
