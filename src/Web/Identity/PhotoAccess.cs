using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Identity;

/// <summary>Whose picture is whose: a teacher's own classes, the office's whole school, the editor's cleared ones.</summary>
internal sealed class PhotoAccess(IPhotoViews views)
{
    public async Task<bool> TeachesAsync(CurrentPerson me, MediaId media, CancellationToken cancellationToken) =>
        me.Is(SchoolRole.Teacher)
        && await views.PlaceAsync(me.School, media, cancellationToken) is { Group: { } group }
        && (await views.ClassesAsync(me.School, me.User, cancellationToken)).Any(c => c.Id == group);

    /// <summary>
    /// Which rendition of the picture this person may look at; null when none. Office and class see it as it was cleaned, or as it leaves for the channel
    /// asked about; the editor only what leaves for the website.
    /// </summary>
    public async Task<PictureLook?> LookAsync(CurrentPerson me, MediaId media, ChannelId? channel, CancellationToken cancellationToken)
    {
        if (await TeachesAsync(me, media, cancellationToken)
            || (me.Is(SchoolRole.Office) && await views.PlaceAsync(me.School, media, cancellationToken) is not null))
        {
            return channel is not { } on ? new PictureLook(null) : await views.RenditionAsync(me.School, media, on, cancellationToken) is { } made ? new PictureLook(made) : null;
        }

        // first which, then whether: what is cleared a moment later may be another one
        return me.Is(SchoolRole.Editor)
            && await views.RenditionAsync(me.School, media, ChannelId.Website, cancellationToken) is { } rendition
            && await IsClearedAsync(me, media, cancellationToken) ? new PictureLook(rendition) : null;
    }

    private async Task<bool> IsClearedAsync(CurrentPerson me, MediaId media, CancellationToken cancellationToken)
    {
        var photo = (await views.PhotosAsync(me.School, [media], Reader.Office, cancellationToken)).SingleOrDefault();
        return photo?.On(ChannelId.Website) is { IsAskedFor: true, Verdict: Verdict.Cleared };
    }
}
