using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One photo or clip and how far it has come. Also carries its lease.</summary>
internal sealed class MediaRow
{
    public SchoolId SchoolId { get; set; }
    public MediaId Id { get; set; }
    public MediaKind Kind { get; set; }
    public MediaStatus Status { get; set; }

    /// <summary>Why it is quarantined or gone.</summary>
    public ReasonCode Reason { get; set; }

    /// <summary>What the proof found in its cleaned copy, where that is the reason.</summary>
    public LeftoverKind Leftover { get; set; }
    public MediaId? DuplicateOf { get; set; }
    public GroupId? GroupId { get; set; }
    public Instant NoticedAt { get; set; }

    /// <summary>The school's day it arrived on.</summary>
    public DateOnly ArrivedOn { get; set; }

    /// <summary>The day it was taken as the camera says; null where it does not say.</summary>
    public DateOnly? TakenOn { get; set; }

    // the device's copy; the path may hold a name
    public string SourcePath { get; set; } = "";
    public long SourceLength { get; set; }
    public Instant SourceModifiedAt { get; set; }
    public SourceState SourceState { get; set; }

    /// <summary>Whose own folder the file lay in, where a device has one.</summary>
    public DeviceId? DeviceId { get; set; }

    // custody
    public byte[]? Sha256 { get; set; }
    public long Length { get; set; }
    public Instant? VaultedAt { get; set; }
    public Instant? ShreddedAt { get; set; }

    // what the file said of itself
    public MediaFormat Format { get; set; }
    public string? CameraMake { get; set; }
    public string? CameraModel { get; set; }
    public string? CameraSerial { get; set; }
    public DateTime? CapturedLocal { get; set; }
    public int? CapturedOffsetMinutes { get; set; }
    public bool HadLocation { get; set; }
    public string MetadataKinds { get; set; } = "";

    // what came of it
    public RenditionId? RenditionId { get; set; }
    public long SceneVersion { get; set; }
    public Sight Sight { get; set; }
    public ReasonCode SightFailure { get; set; }

    /// <summary>What its rendition looks like; null when nobody has looked for that, and a year after it arrived.</summary>
    public PerceptualHash? Likeness { get; set; }
    public string ModelsVersion { get; set; } = "";
    public DeviceStanding Device { get; set; }

    /// <summary>Since when a verdict may be out of date and must be made again; null when it is not.</summary>
    public Instant? DecideAgain { get; set; }

    // the lease
    public string? LeaseOwner { get; set; }
    public Instant LeaseUntil { get; set; }
    public long Fence { get; set; }
    public int Attempt { get; set; }
    public Instant NotBefore { get; set; }
    public ReasonCode Waiting { get; set; }
    public Instant EnqueuedAt { get; set; }
    public Instant MovedAt { get; set; }
}
