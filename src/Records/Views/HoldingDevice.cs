using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A device, or what is known of one, on which photos still lie.</summary>
/// <param name="Device">Its place in the inventory; null for one that is known by its camera or folder only.</param>
/// <param name="Label">Its label; else its camera's model, else the class whose folder the files lie in.</param>
/// <param name="Oldest">The day the oldest of them arrived.</param>
public sealed record HoldingDevice(DeviceId? Device, string Label, int Photos, DateOnly Oldest);
