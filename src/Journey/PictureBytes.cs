using System.Runtime.InteropServices;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;

namespace MediaGuard.Journey;

/// <summary>Whole pictures in memory.</summary>
internal static class PictureBytes
{
    public static Stream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>Whether key or bytes are missing or damaged; no while the store only can't be reached.</summary>
    public static async Task<bool> HasLostAsync(this IVault vault, VaultObject name, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await vault.OpenAsync(name, cancellationToken);
            return false;
        }
        catch (VaultException e)
        {
            return Surroundings.IsLost(e);
        }
        catch (MediaException)
        {
            return false;
        }
    }

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(this IVault vault, VaultObject name, CancellationToken cancellationToken)
    {
        await using var stream = await vault.OpenAsync(name, cancellationToken);
        using var buffer = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, int.MaxValue) : 0);
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
