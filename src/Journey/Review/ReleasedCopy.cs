using MediaGuard.Media;

namespace MediaGuard.Journey.Review;

/// <summary>A copy that passed the gate a moment ago. Dispose it once its last byte is out, not before: until then it is watched.</summary>
/// <param name="Release">The release it belongs to.</param>
/// <param name="FileName">Random name and <c>.jpg</c>.</param>
/// <param name="Revoked">Cancelled when the release is ordered back while it is being read. Whoever hands it out then breaks off at once.</param>
public sealed record ReleasedCopy(ReleaseId Release, Stream Jpeg, string FileName, IDisposable Watch, CancellationToken Revoked) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        Watch.Dispose();
        await Jpeg.DisposeAsync();
    }
}
