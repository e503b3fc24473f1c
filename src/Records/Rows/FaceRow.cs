using MediaGuard.Media;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Records.Rows;

/// <summary>A box found on a rendition, in upright pixel coordinates of the cleaned one, also where that was cropped.</summary>
internal sealed class FaceRow
{
    /// <summary>A box drawn by hand stays when the detectors look again, and counts while a live <see cref="AttestationKind.FaceAdded"/> says so.</summary>
    public const string Hand = "hand";

    public SchoolId SchoolId { get; set; }
    public FaceId Id { get; set; }
    public MediaId MediaId { get; set; }
    public RenditionId RenditionId { get; set; }

    /// <summary>On a redacted rendition: the box of the cleaned one that is this face.</summary>
    public FaceId? SameAs { get; set; }

    /// <summary>Number shown on the picture, from 1.</summary>
    public int Number { get; set; }
    public double X { get; set; }
    public double Y { get; set; }
    public double Width { get; set; }
    public double Height { get; set; }
    public double Confidence { get; set; }
    public bool IsDoubtful { get; set; }

    /// <summary>The models that saw it, joined; <see cref="Hand"/> when a person drew it.</summary>
    public string SeenBy { get; set; } = "";
    public string Keypoints { get; set; } = "";
    public MatchAnswer Match { get; set; }

    /// <summary>Whom matching suggests. Never an answer.</summary>
    public PersonId? SuggestedPersonId { get; set; }
}
