namespace MediaGuard.Ingest.Vault;

/// <summary>An object can't be read from the vault. Names the object by its opaque id only.</summary>
public sealed class VaultException(VaultFailure failure, VaultObject name)
    : Exception($"{failure}: {name.Kind} {name.Id:N}")
{
    public VaultFailure Failure { get; } = failure;
}
