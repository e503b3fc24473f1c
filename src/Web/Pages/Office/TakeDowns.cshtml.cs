using MediaGuard.Journey.Packs;
using MediaGuard.Records.Posts;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Office;

/// <summary>What must come down from Seesaw of every class: a teacher who is away keeps no recall open.</summary>
internal sealed class TakeDownsModel(IPhotoViews views, IPostBook posts, IPacks packs, SchoolCalendar calendar)
    : SeesawTakeDownsPage(views, posts, packs, calendar, Reader.Office, mayEveryClass: true);
