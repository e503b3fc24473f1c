using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Ingest.Scanning;

/// <summary>Which virus scanner looks at files before anything reads them. Bound to the section <c>Scanner</c>. Once one is named it is required: no answer, no way on.</summary>
public sealed class ScannerOptions
{
    /// <summary>ClamAV's daemon: <c>host:port</c>, or a Unix socket's absolute path. Empty, the default: no scanner.</summary>
    public string ClamAv { get; set; } = "";

    /// <summary>Seconds for one file, connecting included. Default 60.</summary>
    [Range(1, 3600)]
    public int Seconds { get; set; } = 60;

    /// <summary>Bytes sent at a time. Default 256 KiB.</summary>
    [Range(1, 16 << 20)]
    public int Chunk { get; set; } = 256 << 10;
}
