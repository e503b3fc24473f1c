namespace MediaGuard.Records.Views;

/// <summary>What one device took on one day, as far as it is safe here: the device may delete it.</summary>
/// <param name="Device">Make and model as the files say; null where they do not say.</param>
/// <param name="TakenOn">The day it was taken, or arrived where the file does not say.</param>
public sealed record SafeDay(string? Device, DateOnly TakenOn, IReadOnlyList<SafePhoto> Photos);
