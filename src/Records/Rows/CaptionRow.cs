using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>What stands beside a picture on a channel. One per item and channel; held against the register again whenever it leaves.</summary>
internal sealed class CaptionRow
{
    public SchoolId SchoolId { get; set; }
    public MediaId MediaId { get; set; }
    public string Channel { get; set; } = "";
    public string Text { get; set; } = "";

    /// <summary>For people who cannot see the picture.</summary>
    public string AltText { get; set; } = "";

    /// <summary>Everyday words of both that somebody said name nobody here, one a line.</summary>
    public string Ordinary { get; set; } = "";

    /// <summary>Whom it names with their consent: ids, parted by spaces.</summary>
    public string Names { get; set; } = "";
    public Instant SavedAt { get; set; }
    public UserId SavedBy { get; set; }
}
