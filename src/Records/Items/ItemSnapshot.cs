using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Records.Items;

/// <summary>An item as the journey's steps need it. The path may hold a name; it prints as its id.</summary>
/// <param name="Sha256">Of the original's bytes; empty until Arrived.</param>
public sealed record ItemSnapshot(
    SchoolId School,
    MediaId Media,
    MediaKind Kind,
    MediaStatus Status,
    ReasonCode Reason,
    MediaId? DuplicateOf,
    string SourcePath,
    long SourceLength,
    Instant SourceModifiedAt,
    SourceState SourceState,
    ImmutableArray<byte> Sha256,
    long Length,
    Instant? VaultedAt,
    Instant NoticedAt,
    MediaFormat Format,
    RenditionId? Rendition,
    Sight Sight,
    ReasonCode Waiting)
{
    /// <summary>The class the photo's folder names; null where no class is known by that name.</summary>
    public GroupId? Group { get; init; }

    public override string ToString() => Media.ToString();
}
