using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

/// <summary>Words of a text that name somebody: where they stand, how sure that is, and whom they may mean.</summary>
public sealed record NameFind(int Start, int Length, Sureness Sureness, ImmutableArray<PersonId> People)
{
    public override string ToString() => $"{Sureness} at {Start}";
}
