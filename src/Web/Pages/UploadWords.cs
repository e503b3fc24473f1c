using MediaGuard.Media;

namespace MediaGuard.Web.Pages;

/// <summary>Why a file was not taken, in one plain sentence that says what to do.</summary>
internal static class UploadWords
{
    public static string Say(UploadRefusal refusal, long largest) => refusal switch
    {
        UploadRefusal.None => "",
        UploadRefusal.NotAPicture => Words.Text("This is not a photo MediaGuard can read; send a JPEG, HEIC or PNG."),
        UploadRefusal.Clip => Words.Text("Videos can’t be used yet; send photos only."),
        UploadRefusal.Empty => Words.Text("The file is empty; look at it on the device and choose it again."),
        UploadRefusal.TooLarge => Words.Text($"The file is larger than {largest >> 20} MB; send a smaller copy of the photo."),
        UploadRefusal.NoRoom => Words.Text("The school’s disk is nearly full, so nothing more can be sent; tell the office."),
        UploadRefusal.TooMany => Words.Text("You have sent as many photos today as one person may; go on tomorrow or tell the office."),
        UploadRefusal.OtherOffset => Words.Text("Part of it was missing; it is sent again."),
        UploadRefusal.Busy => Words.Text("It is still being sent; wait a moment."),
        UploadRefusal.Damaged => Words.Text("It was damaged on the way; it is sent again."),
        UploadRefusal.ShareAway => Words.Text("It came whole and is kept, but the school’s photo folder can’t be reached yet; MediaGuard goes on trying."),
    };

    /// <summary>What of several files that were sent at once was left out; empty when nothing was.</summary>
    public static string Say(IReadOnlyCollection<UploadRefusal> refused, long largest) => string.Join(' ', refused.Where(r => r != UploadRefusal.ShareAway).GroupBy(r => r)
        .Select(g => g.Count() == 1 ? Words.Text($"1 file was left out. {Say(g.Key, largest)}") : Words.Text($"{g.Count()} files were left out. {Say(g.Key, largest)}")));
}
