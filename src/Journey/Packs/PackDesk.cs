using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Posts;

namespace MediaGuard.Journey.Packs;

internal sealed class PackDesk(IPictures pictures, IPostBook posts, Wake wake) : IPacks
{
    public async Task<ReleasedCopy?> TakeAsync(SchoolId school, UserId by, MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
        var copy = await pictures.FetchAsync(school, by, media, channel, cancellationToken);
        if (copy is null)
        {
            return null;
        }

        try
        {
            if (await posts.TakenAsync(school, copy.Release, by, cancellationToken))
            {
                return copy;
            }
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }

        await copy.DisposeAsync();
        return null;
    }

    public async Task<bool> EndAsync(SchoolId school, IReadOnlyCollection<GroupId> groups, ReleaseId release, PostEnd end, UserId by, CancellationToken cancellationToken)
    {
        var ended = await posts.EndAsync(school, groups, release, end, by, cancellationToken);
        if (ended)
        {
            wake.Up();
        }

        return ended;
    }
}
