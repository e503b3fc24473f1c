namespace MediaGuard.Records;

/// <summary>What was said of a picture. Stored by name.</summary>
public enum AttestationKind
{
    InPicture,
    OnFace,
    NotAFace,

    /// <summary>The face is somebody who is not a pupil and not on the register.</summary>
    NotAPupil,

    /// <summary>There is a face the detectors missed; its box is drawn by hand.</summary>
    FaceAdded,
    Absent,
    NobodyFromOutside,
    NobodyElse,
    PoolAddsPerson,
    PoolAddsGroup,
    AskedFor,
    NotAskedFor,
    Approved,

    /// <summary>The face is to be blurred for a channel.</summary>
    Blurred,

    /// <summary>Only a part of the picture is to go to a channel.</summary>
    Cropped,
    RefusedFor,
}
