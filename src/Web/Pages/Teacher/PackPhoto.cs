using MediaGuard.Records;
using MediaGuard.Records.Posts;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Teacher;

/// <summary>A photo cleared for Seesaw, and whether somebody took or posted it.</summary>
/// <param name="Post">The copy that stands; null while nobody took one.</param>
internal sealed record PackPhoto(PhotoView Photo, PostView? Post)
{
    public bool IsTaken => Post is { PostedAt: null };

    public bool IsPosted => Post is { PostedAt: not null };

    /// <summary>Those of a day that may go to Seesaw as the books stand.</summary>
    public static IReadOnlyList<PackPhoto> Of(IEnumerable<PhotoView> photos, IReadOnlyDictionary<Media.MediaId, PostView> posts) =>
    [
        .. photos.Where(p => p is { HasPicture: true } && p.On(Media.ChannelId.Seesaw) is { IsAskedFor: true, Verdict: Media.Verdict.Cleared })
            .Select(p => new PackPhoto(p, posts.GetValueOrDefault(p.Id) is { IsOut: true, End: PostEnd.None } post ? post : null)),
    ];

    public override string ToString() => Photo.ToString();
}
