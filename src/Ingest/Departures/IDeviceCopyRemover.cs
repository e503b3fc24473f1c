using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Departures;

/// <summary>Removes the device's copy of a photo whose custody is proven, and only if its bytes are still the same.</summary>
public interface IDeviceCopyRemover
{
    /// <summary>
    /// Moves the file aside within its folder under a name made from <paramref name="media"/>, hashes what was moved, unlinks it when equal and
    /// puts it back when not. Called again after a crash it takes up where it stopped.
    /// </summary>
    Task<DepartureOutcome> RemoveAsync(string root, string relativePath, MediaId media, ImmutableArray<byte> sha256, CancellationToken cancellationToken);
}
