using MediaGuard.Media;

namespace MediaGuard.Journey.Review;

/// <summary>A rendition at a size for looking at.</summary>
internal readonly record struct Look(SchoolId School, MediaId Media, RenditionId Rendition, int LongSide);
