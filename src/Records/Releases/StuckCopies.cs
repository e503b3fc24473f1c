namespace MediaGuard.Records.Releases;

/// <summary>What is cleared or asked for and does not get out.</summary>
/// <param name="NotHandedOver">Cleared copies a channel that delivers by itself does not get.</param>
/// <param name="NotMade">Copies with somebody blurred or cropped out that can't be made.</param>
public sealed record StuckCopies(int NotHandedOver, int NotMade);
