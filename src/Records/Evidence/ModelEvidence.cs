namespace MediaGuard.Records.Evidence;

/// <summary>A model the program sees with.</summary>
/// <param name="State">Whether its file is what the manifest demands.</param>
/// <param name="Sha256">The digest its file must have.</param>
public sealed record ModelEvidence(string Name, string Role, string State, string Licence, string Sha256);
