using System.Collections.Immutable;

namespace MediaGuard.Ingest.Cleaning.Decoding;

/// <summary>What a decoder made of an original: an unproven JPEG.</summary>
internal sealed record EncodedPicture(byte[] Jpeg, int Width, int Height, ImmutableArray<string> Notes);
