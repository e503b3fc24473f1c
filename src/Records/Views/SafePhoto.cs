using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A photo whose original is in the vault, whole and compared.</summary>
/// <param name="FileName">What the device's file is called here; may hold a child's name.</param>
/// <param name="TakenAt">When it was taken, by the camera's own clock; null where it does not say.</param>
/// <param name="VaultedAt">When our copy was found equal.</param>
public sealed record SafePhoto(MediaId Id, string FileName, DateTime? TakenAt, Instant VaultedAt)
{
    public override string ToString() => Id.ToString();
}
