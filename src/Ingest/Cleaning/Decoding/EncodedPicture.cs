using System.Collections.Immutable;

namespace MediaGuard.Ingest.Cleaning.Decoding;

/// <summary>What a decoder made of an original: an unproven JPEG.</summary>
internal sealed record EncodedPicture(byte[] Jpeg, int Width, int Height, ImmutableArray<string> Notes)
{
    /// <summary>What was left behind, by kind and count, where the decoder looked.</summary>
    public ImmutableSortedDictionary<string, int> Removed { get; init; } = ImmutableSortedDictionary<string, int>.Empty;
}
