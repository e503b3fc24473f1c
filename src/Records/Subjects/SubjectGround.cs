using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Records.Subjects;

/// <summary>What is known of one picture when a copy of it is made for somebody in it.</summary>
/// <param name="Own">Faces somebody said are theirs.</param>
/// <param name="Others">Every other box, whatever was said of it: an unanswered one may be anybody.</param>
public sealed record SubjectGround(RenditionId Rendition, ImmutableArray<PixelBox> Own, ImmutableArray<PixelBox> Others);
