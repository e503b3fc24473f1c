using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Releases;

internal sealed class ReleaseTransaction(HeadTransaction head) : IReleaseTransaction
{
    private SceneGround? ground;

    public async Task<ReleaseGround?> LoadAsync(MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
        ground = await head.LoadGroundAsync(media, cancellationToken);
        if (ground?.RenditionFor(channel) is not { } rendition || ground.Status is MediaStatus.Quarantined or MediaStatus.Sealed or MediaStatus.Gone or < MediaStatus.Decided)
        {
            return null;
        }

        var name = channel.Value;
        var standing = await head.Context.Releases
            .Where(r => r.MediaId == media && r.Channel == name && r.RenditionId == rendition && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released))
            .OrderBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        return new ReleaseGround(ground.Scene, ground.Register, ground.Policy, rendition, standing is null ? null : new StandingRelease(standing.Id, standing.Name));
    }

    public async Task CommitLeavingAsync(
        ReleaseRequest request, ReleaseId release, string releaseName, RenditionId rendition, Decision decision, CancellationToken cancellationToken)
    {
        await head.StoreAsync(ground!, decision, cancellationToken);
        var row = await head.Context.Releases.FirstOrDefaultAsync(r => r.Id == release, cancellationToken);
        if (row is null)
        {
            row = new ReleaseRow
            {
                SchoolId = head.School,
                Id = release,
                MediaId = request.Media,
                RenditionId = rendition,
                Channel = request.Channel.Value,
                State = ReleaseState.Leaving,
                Name = releaseName,
                By = request.By,
            };
            head.Context.Releases.Add(row);
        }

        row.RestsOn = await head.RestsOnAsync(decision, request.Channel, cancellationToken);
        row.SceneVersion = decision.SceneVersion;
        row.RegisterVersion = decision.RegisterVersion;
        row.PolicyVersion = decision.PolicyVersion;
        row.LeavingAt = head.Now;
        head.Audit("leaving", release.ToString(), $"{request.Channel} {request.Media}", request.By);
        await head.CommitAsync(cancellationToken);
    }

    public async Task CommitWithheldAsync(ReleaseRequest request, Decision decision, CancellationToken cancellationToken)
    {
        await head.StoreAsync(ground!, decision, cancellationToken);
        head.Audit("withheld", request.Media.ToString(), request.Channel.Value, request.By);
        await head.CommitAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => head.DisposeAsync();
}
