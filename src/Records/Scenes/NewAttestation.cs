using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>Something a signed-in person says of a picture, or beforehand of a content.</summary>
public sealed record NewAttestation(AttestationKind Kind)
{
    /// <summary>The item; null when <see cref="ContentSha256"/> says which content is meant.</summary>
    public MediaId? Media { get; init; }

    /// <summary>SHA-256 of the original's bytes, for what is said before it arrives.</summary>
    public ImmutableArray<byte> ContentSha256 { get; init; }

    public PersonId? Person { get; init; }
    public FaceId? Face { get; init; }

    /// <summary>Where the missed face is, or what is kept of the picture, in upright pixels of the cleaned rendition. A face to be blurred brings its own.</summary>
    public PixelBox? Area { get; init; }
    public GroupId? Group { get; init; }
    public ChannelId? Channel { get; init; }

    /// <summary>Given for a refusal, or discharged by an approval whomever they are about.</summary>
    public ImmutableArray<ReasonCode> Reasons { get; init; } = [];

    /// <summary>Discharged by an approval: a doubt about one person for that person alone.</summary>
    public ImmutableArray<Reason> Doubts { get; init; } = [];
}
