using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One thing a signed-in person said about a picture. Can be taken back, is never changed.</summary>
internal sealed class AttestationRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }

    /// <summary>The item, or null when said of a content beforehand (<see cref="ContentSha256"/>).</summary>
    public MediaId? MediaId { get; set; }
    public byte[]? ContentSha256 { get; set; }
    public AttestationKind Kind { get; set; }
    public PersonId? PersonId { get; set; }
    public FaceId? FaceId { get; set; }
    public GroupId? GroupId { get; set; }
    public string? Channel { get; set; }

    /// <summary>Reasons discharged or given, as <see cref="Scenes.ReasonList"/> writes them. A doubt kept without a person was discharged whomever it is about.</summary>
    public string Reasons { get; set; } = "";

    /// <summary>How many boxes there were; an approval holds only while that is so.</summary>
    public int FaceCount { get; set; }

    /// <summary>The rendition an approval was given of; null in rows from before there were several, which speak of the cleaned one.</summary>
    public RenditionId? RenditionId { get; set; }

    /// <summary>What is blurred or kept, in upright pixels of the cleaned rendition. It stands although the detectors look again and boxes change.</summary>
    public double? X { get; set; }
    public double? Y { get; set; }
    public double? Width { get; set; }
    public double? Height { get; set; }
    public UserId By { get; set; }
    public Instant At { get; set; }
    public Instant? RetractedAt { get; set; }
    public UserId? RetractedBy { get; set; }
}
