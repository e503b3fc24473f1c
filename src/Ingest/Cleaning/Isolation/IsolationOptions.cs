using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>Limits of the child processes that decode files nobody vouches for. Bound to the section <c>Isolation</c>.</summary>
public sealed class IsolationOptions
{
    /// <summary>The program started with <see cref="DecodeWorker.Command"/>; a <c>.dll</c> is run by <c>dotnet</c>. Empty, the default: this executable, or the one beside it.</summary>
    public string Program { get; set; } = "";

    /// <summary>Most children at once; callers beyond that wait. Default 2.</summary>
    [Range(1, 64)]
    public int Children { get; set; } = 2;

    /// <summary>A child decodes so many pictures, then makes room for a fresh one. Default 200.</summary>
    [Range(1, 100_000)]
    public int PicturesPerChild { get; set; } = 200;

    /// <summary>Wall-clock seconds to read what one file says of itself; then the child is killed. Default 4.</summary>
    [Range(1, 600)]
    public int SecondsToStudy { get; set; } = 4;

    /// <summary>Wall-clock seconds to read one picture again and decode it; then the child is killed. Default 14: with the reading before, the proof and a child's start an item stays under 20.</summary>
    [Range(1, 600)]
    public int SecondsPerPicture { get; set; } = 14;

    /// <summary>Processor seconds for one picture over all threads. Default 20.</summary>
    [Range(1, 600)]
    public int CpuSecondsPerPicture { get; set; } = 20;

    /// <summary>Seconds a child may take to start. Default 20.</summary>
    [Range(1, 600)]
    public int SecondsToStart { get; set; } = 20;

    /// <summary>Largest JPEG a child may hand back, in bytes. Default 512 MiB.</summary>
    [Range(1 << 16, 1 << 30)]
    public int LargestOutput { get; set; } = 512 << 20;

    /// <summary>Most memory a child may hold, in bytes, however large its picture. Default 1,100 MiB.</summary>
    [Range(256L << 20, 64L << 30)]
    public long MemoryPerChild { get; set; } = 1100L << 20;

    /// <summary>Pixels decoded at once over all children: a large picture waits for the others, so that memory stays bounded. Default 100 million.</summary>
    [Range(16_000_000, 1_000_000_000)]
    public long PixelsAtOnce { get; set; } = 100_000_000;
}
