using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>How files in the share are noticed.</summary>
public sealed class ArrivalOptions
{
    /// <summary>How long a file's size and time must not change before it is taken. Default 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan StillFor { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the share is looked at when no event comes. Default 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>After this long at rest a file that still can't be opened counts as stuck. Set from the journey's own limit.</summary>
    public TimeSpan StuckAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Largest file taken, in bytes. Default 256 MiB.</summary>
    [Range(1, long.MaxValue)]
    public long LargestFile { get; set; } = 256L << 20;
}
