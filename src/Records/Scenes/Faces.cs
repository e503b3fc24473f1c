using MediaGuard.Media;
using MediaGuard.Records.Rows;

namespace MediaGuard.Records.Scenes;

/// <summary>Which boxes a picture has.</summary>
internal static class Faces
{
    /// <summary>What the detectors saw on the rendition, and what people drew on it and did not take back; in the order of their numbers.</summary>
    public static IEnumerable<FaceRow> Standing(IEnumerable<FaceRow> faces, RenditionId? rendition, IEnumerable<AttestationRow> said)
    {
        var drawn = said.Where(a => a.Kind == AttestationKind.FaceAdded && a.RetractedAt is null).Select(a => a.FaceId).ToHashSet();
        return faces.Where(f => f.RenditionId == rendition && (f.SeenBy != FaceRow.Hand || drawn.Contains(f.Id))).OrderBy(f => f.Number);
    }
}
