using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Journey.Website;

/// <summary>What a caption says of people; holds words, prints none.</summary>
/// <param name="Names">Words that name somebody who has not agreed to be named.</param>
/// <param name="Doubts">Everyday words, or surnames alone, that may.</param>
/// <param name="Agreed">People it names who have agreed.</param>
internal sealed record CaptionReading(ImmutableArray<string> Names, ImmutableArray<string> Doubts, ImmutableArray<PersonId> Agreed)
{
    public override string ToString() => $"{Names.Length} names, {Doubts.Length} doubts";
}
