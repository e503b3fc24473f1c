namespace MediaGuard.Records;

/// <summary>What was said of a picture. Stored by name.</summary>
public enum AttestationKind
{
    InPicture,
    OnFace,
    NotAFace,
    Absent,
    NobodyFromOutside,
    NobodyElse,
    PoolAddsPerson,
    PoolAddsGroup,
    AskedFor,
    NotAskedFor,
    Approved,
    RefusedFor,
}
