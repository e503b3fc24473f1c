using MediaGuard.Media;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>Opens what a scan found, and only that.</summary>
public interface ISourceOpener
{
    /// <summary>
    /// Opens a file for reading; links, pipes and devices are never opened. The stream reads exactly <see cref="ShareFile.Length"/> bytes: reaching the
    /// end, or reading more, it throws <see cref="ReasonCode.SourceChanged"/> unless size and time are still what the scan saw. Not seekable.
    /// </summary>
    /// <exception cref="MediaException">
    /// <see cref="ReasonCode.SourceVanished"/>, <see cref="ReasonCode.SourceChanged"/>, <see cref="ReasonCode.TooLarge"/>, or
    /// <see cref="ReasonCode.ShareUnavailable"/> (also: not readable just now). Reading may throw the same.
    /// </exception>
    /// <exception cref="ArgumentException">The path does not lie below the share.</exception>
    Task<Stream> OpenAsync(string root, ShareFile file, CancellationToken cancellationToken);

    /// <summary>Whether under the file's path there still lies a file of that size and time. Never throws for what lies in the share.</summary>
    bool IsStill(string root, ShareFile file);
}
