using MediaGuard.Media;

namespace MediaGuard.Web.Identity;

/// <summary>What somebody may look at.</summary>
/// <param name="Rendition">Null for the cleaned one.</param>
internal sealed record PictureLook(RenditionId? Rendition);
