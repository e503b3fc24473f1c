using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>What is said where the machine failed or must wait. Nobody can approve these away.</summary>
internal static class FailureSentences
{
    /// <summary>Null for every other code.</summary>
    public static ReasonSentence? For(ReasonCode code) => code switch
    {
        ReasonCode.DetectorFailed => new(
            Words.Text("Looking for faces failed for this picture, so it is kept back. There is nothing for you to do."),
            Words.Text("Looking for faces failed for this picture. Have it looked at again; if that fails too, tell whoever looks after MediaGuard.")),
        ReasonCode.ModelMissing => new(
            Words.Text("Faces cannot be looked for at the moment, so this picture is kept back. There is nothing for you to do."),
            Words.Text("A model that finds or compares faces is not installed, so this picture is kept back. Tell whoever looks after MediaGuard to install the models.")),
        ReasonCode.ModelAltered => new(
            Words.Text("Faces cannot be looked for at the moment, so this picture is kept back. There is nothing for you to do."),
            Words.Text("A model that finds or compares faces is not the one that was installed, so it is not trusted. Tell whoever looks after MediaGuard to install the models again and to find out who changed it.")),
        ReasonCode.NotSeenYet => new(
            Words.Text("Faces have not been looked for in this picture yet. It will be ready in a while."),
            Words.Text("Faces have not been looked for in this picture yet. If it stays so, tell whoever looks after MediaGuard.")),
        ReasonCode.NoRendition => new(
            Words.Text("The cleaned copy of this picture is not ready yet. It will be there in a while."),
            Words.Text("There is no cleaned copy of this picture yet, and nothing else may leave. If it stays so, tell whoever looks after MediaGuard.")),
        ReasonCode.RedactionNotReady => new(
            Words.Text("Somebody is being blurred or cropped out of this picture for this channel. It will be ready in a while."),
            Words.Text("The copy with somebody blurred or cropped out is being made, and the picture as it is may not leave here. If it stays so, tell whoever looks after MediaGuard.")),
        ReasonCode.FaceStillSeen => new(
            Words.Text("A face was blurred in this picture, and it can still be made out. The office will look at it."),
            Words.Text("A face is still found where one was blurred. Draw a larger box round it and blur that, or crop it away; approving it is not possible.")),
        ReasonCode.StorageFull => new(
            Words.Text("There is no room for new pictures at the moment. Keep yours on the device; the office has been told."),
            Words.Text("The disk is full, so pictures are waiting. Make room, and they go on by themselves.")),
        ReasonCode.StoreUnavailable => new(
            Words.Text("The picture store cannot be reached at the moment. The picture is waiting and goes on by itself."),
            Words.Text("The picture store cannot be reached, so pictures are waiting. Check the connection to it; they go on by themselves.")),
        ReasonCode.ShareUnavailable => new(
            Words.Text("The shared folder cannot be reached at the moment. Keep pictures on the device until it is back."),
            Words.Text("The shared folder cannot be reached, so no pictures arrive. Check that it is switched on and connected.")),
        ReasonCode.DatabaseBusy => new(
            Words.Text("MediaGuard is busy at the moment. The picture is waiting and goes on by itself."),
            Words.Text("The database is busy, so pictures are waiting. They go on by themselves; if it lasts, tell whoever looks after MediaGuard.")),
        ReasonCode.DeviceCopyNotRemovable => new(
            Words.Text("This picture is safe here, but its copy on the device could not be removed. Delete it there by hand."),
            Words.Text("The device's copy of this picture cannot be removed from the shared folder. Check the rights on the folder, or delete the copy by hand.")),
        ReasonCode.ScannerUnavailable => new(
            Words.Text("The virus scanner does not answer at the moment. The picture is waiting and goes on by itself."),
            Words.Text("The virus scanner does not answer, so pictures are waiting. Start it or check its address; they go on by themselves.")),
        ReasonCode.DecoderUnavailable => new(
            Words.Text("Pictures cannot be opened at the moment. The picture is waiting and goes on by itself."),
            Words.Text("The part that opens pictures does not start, so they are waiting. Tell whoever looks after MediaGuard to run its doctor.")),
        ReasonCode.StandingStill => new(
            Words.Text("This picture has not moved on for longer than it should, so it is kept back. Nothing is lost, and the office sees it too."),
            Words.Text("This picture has not moved on for longer than it should, so it is kept back. Nothing is lost; tell whoever looks after MediaGuard to run its doctor.")),
        _ => null,
    };
}
