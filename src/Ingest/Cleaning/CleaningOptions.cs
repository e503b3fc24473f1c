using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Ingest.Cleaning;

/// <summary>Limits and quality of cleaning.</summary>
public sealed class CleaningOptions
{
    /// <summary>Largest original read, in bytes. Default 256 MiB.</summary>
    [Range(1, 1L << 30)]
    public long LargestFile { get; set; } = 256L << 20;

    /// <summary>Most pixels a header may announce. Default 200 million.</summary>
    [Range(1, 1_000_000_000)]
    public long LargestPicture { get; set; } = 200_000_000;

    /// <summary>JPEG quality of renditions, without chroma subsampling. Default 95.</summary>
    [Range(80, 100)]
    public int Quality { get; set; } = 95;

    /// <summary>Threads the libraries may use for one picture; 0, the default, is half the machine's cores: two workers fill it.</summary>
    [Range(0, 64)]
    public int ThreadsPerPicture { get; set; }
}
