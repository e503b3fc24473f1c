using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Journey.Review;

/// <summary>Settings of looking at pictures, section <c>Looking</c>.</summary>
public sealed class LookOptions
{
    /// <summary>Memory for pictures made small for looking at; 0 keeps none.</summary>
    [Range(0, 4096)]
    public int CacheMegabytes { get; set; } = 64;

    /// <summary>How long one is kept after it was made.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan CacheFor { get; set; } = TimeSpan.FromMinutes(10);
}
