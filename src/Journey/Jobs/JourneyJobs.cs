using Hangfire;
using MediaGuard.Journey.Release;
using MediaGuard.Media;
using MediaGuard.Records.Releases;

namespace MediaGuard.Journey.Jobs;

/// <summary>What Hangfire executes. Arguments are opaque ids; Hangfire retries nothing, because the database knows what is due.</summary>
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class JourneyJobs(ItemRunner items, ReleaseRunner releases, RecallRunner recalls, Wake wake)
{
    public async Task AdvanceAsync(string school, string media, CancellationToken cancellationToken)
    {
        await items.AdvanceAsync(School(school), Media(media), cancellationToken);
        wake.Up();
    }

    public Task DeliverAsync(string school, string media, string channel, CancellationToken cancellationToken) =>
        releases.DeliverAsync(School(school), Media(media), new ChannelId(channel), cancellationToken);

    public Task RecallAsync(string school, string release, string media, string channel, string name, CancellationToken cancellationToken) =>
        recalls.RecallAsync(School(school), new RecallTask(new ReleaseId(Guid.Parse(release)), Media(media), new ChannelId(channel), name), cancellationToken);

    private static SchoolId School(string text) => new(Guid.Parse(text));

    private static MediaId Media(string text) => new(Guid.Parse(text));
}
