using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Journey;

/// <summary>How the journey runs on this machine.</summary>
public sealed class JourneyOptions
{
    /// <summary>The data folder: database, share, store, keyring, released copies.</summary>
    [Required]
    public string DataFolder { get; set; } = "";

    /// <summary>How long a lease on one step lasts unless renewed. Default 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LeaseFor { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Photos worked on at once. Default: one per core.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = Environment.ProcessorCount;

    /// <summary>How often what stands still is handed out again. Default 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long what was handed out to a worker is not handed out again, unless the worker gave it back. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan HandOutAgainAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long something put off for want of disk, share or database waits; a device's copy that may not be removed waits forty times as long. Default 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan WaitFor { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After this long without a step the watch says so. Default 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan StandstillAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often is looked whether the models are right again. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "1.00:00:00")]
    public TimeSpan MendEvery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest one delivery to a channel may take; a recall is not closed before that. Default 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan LongestDelivery { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary><c>memory</c> or <c>postgres</c>: where Hangfire keeps its jobs. The database row is the truth either way.</summary>
    [RegularExpression("^(memory|postgres)$", ErrorMessage = "Journey:Jobs must be 'memory' or 'postgres'.")]
    public string Jobs { get; set; } = "memory";

    /// <summary>Where signed heads of the audit log go; best a place the database's keeper can't write. Empty means <c>heads</c> in the data folder.</summary>
    public string HeadsFolder { get; set; } = "";

    /// <summary>The default root of a school's share.</summary>
    public string ShareFolder => Path.Combine(DataFolder, "share");

    /// <summary>The default root copies are released to.</summary>
    public string ReleasedFolder => Path.Combine(DataFolder, "released");
}
