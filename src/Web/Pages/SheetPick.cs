using MediaGuard.Media;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages;

/// <summary>Which photos of a day the teacher is asked about for a channel.</summary>
internal static class SheetPick
{
    /// <summary>It can be looked at, and somebody asked for it on the channel.</summary>
    public static bool IsAskedAbout(PhotoView photo, ChannelId channel) =>
        photo is { HasPicture: true, Status: >= MediaStatus.Decided and <= MediaStatus.Shredded } && photo.On(channel) is { IsAskedFor: true } && !PhotoStanding.IsCovered(photo);

    /// <summary>What the contact sheet asks has been said already.</summary>
    public static bool IsAnswered(PhotoView photo, ChannelId channel) =>
        photo.IsAttested && photo.On(channel)?.Reasons.All(r => r.Code != ReasonCode.MayShowPersonWithoutConsent) == true;

    public static bool IsForSheet(PhotoView photo, ChannelId channel) => IsAskedAbout(photo, channel) && !photo.NeedsOneByOne && !IsAnswered(photo, channel);

    public static bool IsOneByOne(PhotoView photo, ChannelId channel) =>
        IsAskedAbout(photo, channel) && photo.NeedsOneByOne && photo.On(channel)?.Verdict != Verdict.Cleared && photo.On(channel)?.Verdict != Verdict.Refused;

    public static bool CanBeTakenBack(PhotoView photo, ChannelId channel) => IsAskedAbout(photo, channel) && photo.IsAttested;
}
