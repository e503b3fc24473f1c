using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>What is said of files that could not be taken further, and of those that came to an end.</summary>
internal static class FileSentences
{
    /// <summary>Null for every other code.</summary>
    public static ReasonSentence? For(ReasonCode code) => code switch
    {
        ReasonCode.NotAPicture => new(
            Words.Text("This file is not a picture, so it was set aside. If it should be one, take it again."),
            Words.Text("This file is not a picture, so it was set aside. Ask whoever dropped it what it is, then delete it or move it elsewhere.")),
        ReasonCode.FormatNotSupported => new(
            Words.Text("This kind of picture cannot be read here. Send it again as JPEG, PNG or HEIC."),
            Words.Text("This kind of picture cannot be read here. Ask for it as JPEG, PNG or HEIC, then delete this one.")),
        ReasonCode.Truncated => new(
            Words.Text("Part of this file is missing. Copy it from the device again."),
            Words.Text("Part of this file is missing, probably because copying it stopped half-way. Ask for it to be copied again.")),
        ReasonCode.Undecodable => new(
            Words.Text("This picture is damaged and cannot be opened. Copy it from the device again, or take another."),
            Words.Text("This picture is damaged and cannot be opened. Ask for it to be copied again, then delete this one.")),
        ReasonCode.TooLarge => new(
            Words.Text("This picture is too large to be taken in. Send a smaller copy."),
            Words.Text("This picture is over the size the school allows. Ask for a smaller copy, or have the limit raised.")),
        ReasonCode.LeftoverFound => new(
            Words.Text("This picture could not be cleaned completely, so it is kept back. There is nothing for you to do."),
            Words.Text("Something other than pixels was left after cleaning, so no copy may leave. Tell whoever looks after MediaGuard; approving it is not possible.")),
        ReasonCode.StepDiedRepeatedly => new(
            Words.Text("MediaGuard stopped twice while working on this file, so it was set aside. Ask the office."),
            Words.Text("MediaGuard stopped twice while working on this file, so it was set aside. Do not try it by hand; tell whoever looks after MediaGuard.")),
        ReasonCode.CustodyBroken => new(
            Words.Text("The safe copy of this picture is not as it was stored. Keep the one on the device; the office has been told."),
            Words.Text("The stored copy of this picture is missing or no longer what was written. Keep the device's copy, and tell whoever looks after MediaGuard at once.")),
        ReasonCode.CleaningFailed => new(
            Words.Text("This picture could not be cleaned, so it is kept back. Copy it from the device again, or take another."),
            Words.Text("No clean copy of this picture could be made. Ask for it to be copied again; if that fails too, tell whoever looks after MediaGuard.")),
        ReasonCode.DecoderDied => new(
            Words.Text("This picture could not be opened safely, so it was set aside. Copy it from the device again, or take another."),
            Words.Text("Opening this picture broke the part of MediaGuard made to break, so it was set aside. It may be a trap: ask where it came from, and do not open it elsewhere.")),
        ReasonCode.DecoderTimedOut => new(
            Words.Text("Opening this picture took too long, so it was set aside. Copy it from the device again, or take another."),
            Words.Text("Opening this picture took longer than any photo should, so it was set aside. Ask where it came from; if it is a real photo, ask for a smaller copy.")),
        ReasonCode.MalwareFound => new(
            Words.Text("The virus scanner found something in this file, so it was locked away. Do not open it; tell the office which device it is from."),
            Words.Text("The virus scanner found something in this file, so it was locked away. Find out which device it came from and have that device checked.")),
        ReasonCode.Duplicate => new(
            Words.Text("This picture is here already. Nothing was lost, and there is nothing to do."),
            Words.Text("This picture is here already under another entry. There is nothing to do.")),
        ReasonCode.DeletedBefore => new(
            Words.Text("This picture was here before and was deleted, so it was not taken in again. Ask the office if it is needed."),
            Words.Text("This picture was deleted here earlier, so it was not taken in again. Find out why it came back before you allow it.")),
        ReasonCode.SourceVanished => new(
            Words.Text("This file was taken away before it could be copied. Put it in the shared folder again if it is needed."),
            Words.Text("This file was taken away from the shared folder before it could be copied. If it is needed, ask for it to be put there again.")),
        ReasonCode.SourceChanged => new(
            Words.Text("The file on the device changed after it was copied, so it was left there. Check whether the new one is needed."),
            Words.Text("The file in the shared folder changed after it was copied, so it was not removed. Look at it; the new one is taken in as a picture of its own.")),
        ReasonCode.Deleted => new(
            Words.Text("This picture was deleted. There is nothing to do."),
            Words.Text("This picture and its key were deleted. The record says when and why; there is nothing to do.")),
        _ => null,
    };
}
