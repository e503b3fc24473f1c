using System.Collections.Immutable;

namespace MediaGuard.Consent.Import;

/// <summary>The register a file is held against.</summary>
/// <param name="LastRows">How many pupils the import before had; null when there was none.</param>
public sealed record KnownRegister(
    DateOnly Today, ImmutableArray<KnownPerson> People, ImmutableArray<KnownClass> Classes, DateOnly? LastExportedOn = null, int? LastRows = null, bool LastHadTrailer = false)
{
    public override string ToString() => $"{People.Length} people";
}
