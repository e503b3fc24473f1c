using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>What whoever looked again says of one photo of a batch.</summary>
/// <param name="Saw">Those of the people asked about who are in it.</param>
/// <param name="IsSure">Nobody else of the people asked about is in it, and nobody from outside the class.</param>
public sealed record LookAnswer(Guid Batch, MediaId Media, ImmutableHashSet<PersonId> Saw, bool IsSure)
{
    public override string ToString() => $"{Batch} {Media}";
}
