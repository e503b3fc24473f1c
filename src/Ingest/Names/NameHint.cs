using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

/// <summary>A file's name or metadata names somebody on the register. Holds no name.</summary>
public sealed record NameHint(PersonId Person, Sureness Sureness, NameField Field);
