using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>What is known of one photo at one moment: what people attested and what the machine saw. No names, no pixels.</summary>
public sealed record Scene
{
    public required MediaId Media { get; init; }

    /// <summary>Rises with every attestation, answer, approval and sighting; a verdict names the one it was made from.</summary>
    public required long Version { get; init; }

    /// <summary>Whether a proven rendition exists.</summary>
    public required bool HasRendition { get; init; }

    public required Sight Sight { get; init; }

    /// <summary>Why the machine could not look, when <see cref="Sight"/> is Failed; why it could see little, such as PictureTooDark, when it looked.</summary>
    public ReasonCode SightFailure { get; init; }

    /// <summary>The models that looked, joined; part of every verdict.</summary>
    public string ModelsVersion { get; init; } = "";

    public ImmutableArray<SceneFace> Faces { get; init; } = [];

    /// <summary>Everybody the picture may show unless attested absent: the photo's group and its staff on its day, and anyone added. Null: the group is not known.</summary>
    public ImmutableHashSet<PersonId>? Pool { get; init; }

    /// <summary>Named as being in the picture, with or without a box. Includes the people named on boxes.</summary>
    public ImmutableHashSet<PersonId> Named { get; init; } = [];

    public ImmutableHashSet<PersonId> Absent { get; init; } = [];

    /// <summary>Attested: nobody from outside the pool is in it.</summary>
    public bool NobodyFromOutside { get; init; }

    /// <summary>Attested: nobody but the named is in it. Holds only while every box is named or not a face.</summary>
    public bool NobodyElse { get; init; }

    public DeviceStanding Device { get; init; }

    /// <summary>People hinted at by file name, caption or visible text.</summary>
    public ImmutableHashSet<PersonId> NameHints { get; init; } = [];

    /// <summary>Channels somebody asked for. Others get no verdict.</summary>
    public ImmutableHashSet<ChannelId> AskedFor { get; init; } = [];

    public ImmutableArray<ChannelApproval> Approvals { get; init; } = [];

    public ImmutableArray<ChannelRefusal> Refusals { get; init; } = [];

    /// <summary>Channels a copy was taken back from since anybody last said something about the picture.</summary>
    public ImmutableHashSet<ChannelId> TakenBack { get; init; } = [];

    /// <summary>Everybody whose word says who may be in the picture.</summary>
    public ImmutableHashSet<UserId> AttestedBy { get; init; } = [];

    /// <summary>Somebody was blurred or cropped out: this is the scene of the rendition made so.</summary>
    public bool IsRedacted { get; init; }

    /// <summary>Channels another rendition leaves for than this scene's, each with the scene of that one: its faces, its possible people, whether it is made and was looked at.</summary>
    public ImmutableDictionary<ChannelId, Scene> Redacted { get; init; } = ImmutableDictionary<ChannelId, Scene>.Empty;

    /// <summary>The scene of the rendition that leaves for a channel.</summary>
    public Scene For(ChannelId channel) => Redacted.GetValueOrDefault(channel, this);

    /// <summary>Batches it was attested in and that no second look has let go.</summary>
    public ImmutableArray<BatchHold> Batches { get; init; } = [];

    public override string ToString() => $"Scene {Media} v{Version}";
}
