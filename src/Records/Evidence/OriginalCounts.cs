namespace MediaGuard.Records.Evidence;

/// <summary>What became of the device's own copies of the photos that arrived in the time, and of our copy of what the camera wrote.</summary>
/// <param name="Changed">Left alone: the file on the device was no longer the one we hold.</param>
/// <param name="Refused">Still there because the device or share would not let go of it.</param>
/// <param name="Shredded">Originals whose key was destroyed in the time, whenever they arrived.</param>
public sealed record OriginalCounts(int Removed, int AlreadyGone, int Changed, int Present, int Refused, int Shredded);
