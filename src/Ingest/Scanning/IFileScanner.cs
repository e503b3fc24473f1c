using MediaGuard.Media;

namespace MediaGuard.Ingest.Scanning;

/// <summary>Looks for malware in an original before anything else reads it.</summary>
public interface IFileScanner
{
    /// <summary>Whether one is named in the settings; without one every file passes.</summary>
    bool IsConfigured { get; }

    /// <summary>Returns when the file is clean, or when no scanner is configured. Reads <paramref name="original"/> from where it stands.</summary>
    /// <exception cref="MediaException">MalwareFound; ScannerUnavailable when a configured scanner gave no usable answer; TooLarge beyond what it accepts.</exception>
    Task RequireCleanAsync(Stream original, CancellationToken cancellationToken);

    /// <summary>Whether the scanner answers.</summary>
    Task<bool> AnswersAsync(CancellationToken cancellationToken);
}
