using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A cleaned version of an item, or one made of that for a channel with somebody taken out.</summary>
internal sealed class RenditionRow
{
    public SchoolId SchoolId { get; set; }
    public RenditionId Id { get; set; }
    public MediaId MediaId { get; set; }
    public RenditionKind Kind { get; set; }

    /// <summary>The only channel it may go to; null for the cleaned one.</summary>
    public string? Channel { get; set; }

    /// <summary>What was taken out (<see cref="Scenes.RedactionRecipe"/>); empty for the cleaned one.</summary>
    public string Recipe { get; set; } = "";
    public int Width { get; set; }
    public int Height { get; set; }
    public long Length { get; set; }
    public byte[] Sha256 { get; set; } = [];
    public string Removed { get; set; } = "";
    public string Notes { get; set; } = "";

    /// <summary>Zero while it is still to be made.</summary>
    public Instant MadeAt { get; set; }

    /// <summary>Until when one worker makes it; zero while nobody began.</summary>
    public Instant ClaimedUntil { get; set; }

    // what the detectors saw in a redacted one, or why it could not be made; of the cleaned one the item says so
    public Sight Sight { get; set; }
    public ReasonCode SightFailure { get; set; }
    public string ModelsVersion { get; set; } = "";
}
