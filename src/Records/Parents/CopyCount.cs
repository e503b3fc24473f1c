namespace MediaGuard.Records.Parents;

/// <summary>What became of copies in which a person may be, since the no.</summary>
/// <param name="Channel">As people call it.</param>
/// <param name="BeingTakenDown">Called back, not proven gone yet.</param>
/// <param name="Gone">Proven gone.</param>
public sealed record CopyCount(string Channel, int BeingTakenDown, int Gone);
