using System.Collections.Immutable;

namespace MediaGuard.Ingest.Vault;

/// <summary>What went in: the plain bytes' SHA-256 (32 bytes) and their count.</summary>
public sealed record VaultReceipt(ImmutableArray<byte> Sha256, long Length);
