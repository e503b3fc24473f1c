namespace MediaGuard.Ingest.Tests.Vault;

/// <summary>Gives so many bytes, then fails.</summary>
internal sealed class BreakingStream(int before) : MemoryStream
{
    private int _left = before;

    public override int Read(byte[] buffer, int offset, int count)
    {
        count = _left > 0 ? Math.Min(count, _left) : throw new EndOfStreamException();
        _left -= count;
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Read([], 0, buffer.Length));
}
