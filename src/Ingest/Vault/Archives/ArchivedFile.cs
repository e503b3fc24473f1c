namespace MediaGuard.Ingest.Vault.Archives;

/// <summary>One file of a backup.</summary>
/// <param name="Name">What it is restored as, for example <c>store/…</c> or <c>database/mediaguard.db</c>.</param>
/// <param name="Sha256">Of its bytes, as lower-case hex: also where they lie in the archive.</param>
/// <param name="Mark">Tells without reading the whole file that it is the same one; empty where nothing does.</param>
public sealed record ArchivedFile(string Name, long Length, string Sha256, string Mark = "");
