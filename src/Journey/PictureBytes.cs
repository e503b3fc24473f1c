using System.Runtime.InteropServices;
using MediaGuard.Ingest.Vault;

namespace MediaGuard.Journey;

/// <summary>Whole pictures in memory.</summary>
internal static class PictureBytes
{
    public static Stream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(this IVault vault, VaultObject name, CancellationToken cancellationToken)
    {
        await using var stream = await vault.OpenAsync(name, cancellationToken);
        using var buffer = new MemoryStream(stream.CanSeek ? (int)Math.Min(stream.Length, int.MaxValue) : 0);
        await stream.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
