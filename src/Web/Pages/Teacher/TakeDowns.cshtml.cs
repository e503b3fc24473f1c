using MediaGuard.Journey.Packs;
using MediaGuard.Records.Posts;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Teacher;

/// <summary>What must come down from Seesaw of the teacher's own classes.</summary>
internal sealed class TakeDownsModel(IPhotoViews views, IPostBook posts, IPacks packs, SchoolCalendar calendar)
    : SeesawTakeDownsPage(views, posts, packs, calendar, Reader.Teacher, mayEveryClass: false);
