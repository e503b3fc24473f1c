using System.Collections.Immutable;

namespace MediaGuard.Consent.Import;

/// <summary>Headings of one contact of a pupil. Of several headings the first the file has is meant; without a name nothing is read.</summary>
public sealed record ContactHeadings(ImmutableArray<string> Name, ImmutableArray<string> Email, ImmutableArray<string> Responsibility);
