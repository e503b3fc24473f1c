using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Ingest.Uploads;

/// <summary>How photos are taken from a browser. The largest file is that of the share.</summary>
public sealed class UploadOptions
{
    /// <summary>Where what has not come whole yet lies. Empty means <c>uploads</c> in the data folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>Most bytes of one request. Default 8 MiB.</summary>
    [Range(64 << 10, 64 << 20)]
    public int LargestChunk { get; set; } = 8 << 20;

    /// <summary>How long an upload that was broken off may be gone on with, and how long one that came is known again. Default one day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Most uploads of one person within that time. Default 3,000.</summary>
    [Range(1, 1_000_000)]
    public int MostPerPerson { get; set; } = 3000;

    /// <summary>Bytes that must stay free on the disks photos come to. Default 1 GiB.</summary>
    [Range(0, long.MaxValue)]
    public long KeepFree { get; set; } = 1L << 30;
}
