namespace MediaGuard.Ingest.Vault;

public enum VaultFailure
{
    Missing,
    KeyDestroyed,
    Damaged,
    UnknownVersion,
    WrongMasterKey,
}
