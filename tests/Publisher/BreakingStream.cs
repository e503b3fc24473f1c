using System.Security.Cryptography;

namespace MediaGuard.Publisher.Tests;

/// <summary>Gives some bytes and then fails the way a tampered vault segment does.</summary>
internal sealed class BreakingStream(byte[] bytes, int goodFor) : MemoryStream(bytes)
{
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        await destination.WriteAsync(ToArray().AsMemory(0, goodFor), cancellationToken);
        throw new CryptographicException("A segment is not what was written.");
    }
}
