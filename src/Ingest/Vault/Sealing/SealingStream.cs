using System.Collections.Immutable;
using System.Security.Cryptography;

namespace MediaGuard.Ingest.Vault.Sealing;

/// <summary>Reads plain bytes and gives out the stored object: header, then segments. Hashes the plain bytes on the way. Read once, forward, asynchronously.</summary>
internal sealed class SealingStream : Stream
{
    private readonly Stream _plain;
    private readonly SegmentCipher _cipher;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _sealed;
    private byte[] _current;
    private byte[] _next;
    private int _currentCount = -1;
    private long _index;
    private long _total;
    private ReadOnlyMemory<byte> _ready;

    public SealingStream(Stream plain, ReadOnlySpan<byte> key, SealedHeader header)
    {
        _plain = plain;
        _cipher = new SegmentCipher(key, header);
        _current = new byte[header.SegmentSize];
        _next = new byte[header.SegmentSize];
        _sealed = new byte[header.SegmentSize + SegmentCipher.TagSize];
        _ready = header.Encode();
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Whether the last segment was made. Until then no store can hold the whole object.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>What went in. Call once, when everything was read.</summary>
    public VaultReceipt Receipt() => IsFinished
        ? new VaultReceipt(ImmutableArray.Create(_hash.GetHashAndReset()), _total)
        : throw new InvalidOperationException("The store did not take the whole object.");

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_ready.IsEmpty && !IsFinished)
        {
            await SealNextAsync(cancellationToken);
        }

        var count = Math.Min(buffer.Length, _ready.Length);
        _ready[..count].CopyTo(buffer);
        _ready = _ready[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_current);
            CryptographicOperations.ZeroMemory(_next);
            _cipher.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Seals one segment, having looked one ahead to know whether it is the last. Only nothing at all makes an empty segment.</summary>
    private async Task SealNextAsync(CancellationToken cancellationToken)
    {
        if (_currentCount < 0)
        {
            _currentCount = await FillAsync(_current, cancellationToken);
        }

        var nextCount = _currentCount == _current.Length ? await FillAsync(_next, cancellationToken) : 0;
        var last = nextCount == 0;
        var plain = _current.AsMemory(0, _currentCount);
        _hash.AppendData(plain.Span);
        _total += plain.Length;
        _cipher.Seal(_index++, last, plain.Span, _sealed);
        _ready = _sealed.AsMemory(0, plain.Length + SegmentCipher.TagSize);
        (_current, _next) = (_next, _current);
        _currentCount = nextCount;
        IsFinished = last;
    }

    private async Task<int> FillAsync(byte[] buffer, CancellationToken cancellationToken) =>
        await _plain.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
}
