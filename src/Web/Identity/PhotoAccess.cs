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

    /// <summary>Whether this person may look at the picture at all.</summary>
    public async Task<bool> MayLookAsync(CurrentPerson me, MediaId media, CancellationToken cancellationToken)
    {
        if (me.Is(SchoolRole.Office))
        {
            return await views.PlaceAsync(me.School, media, cancellationToken) is not null;
        }

        return await TeachesAsync(me, media, cancellationToken) || (me.Is(SchoolRole.Editor) && await IsClearedAsync(me, media, cancellationToken));
    }

    private async Task<bool> IsClearedAsync(CurrentPerson me, MediaId media, CancellationToken cancellationToken)
    {
        var photo = (await views.PhotosAsync(me.School, [media], Reader.Office, cancellationToken)).SingleOrDefault();
        return photo?.On(ChannelId.Website) is { IsAskedFor: true, Verdict: Verdict.Cleared };
    }
}
