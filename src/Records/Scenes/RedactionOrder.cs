using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>A rendition to be made, claimed by one worker.</summary>
/// <param name="Rendition">The new one's id; its row is there already, so no sweep takes its bytes for nobody's.</param>
/// <param name="Cleaned">What it is made from.</param>
public sealed record RedactionOrder(RenditionId Rendition, MediaId Media, RenditionId Cleaned, PictureRedaction Redaction);
