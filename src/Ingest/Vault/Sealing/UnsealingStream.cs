using System.Security.Cryptography;

namespace MediaGuard.Ingest.Vault.Sealing;

/// <summary>The plain bytes of a stored object. Holds one segment, authenticated before any byte of it is given out; seeks freely.</summary>
internal sealed class UnsealingStream : Stream
{
    private readonly VaultObject _name;
    private readonly Stream _stored;
    private readonly SegmentCipher _cipher;
    private readonly byte[] _sealed;
    private readonly byte[] _plain;
    private readonly long _segments;
    private readonly int _lastSize;
    private long _loaded = -1;
    private long _position;

    private UnsealingStream(VaultObject name, Stream stored, SegmentCipher cipher, int segmentSize)
    {
        _name = name;
        _stored = stored;
        _cipher = cipher;
        _plain = new byte[segmentSize];
        _sealed = new byte[segmentSize + SegmentCipher.TagSize];
        var body = stored.Length - SealedHeader.Length;
        _segments = Math.Max(1, (body + _sealed.Length - 1) / _sealed.Length);
        _lastSize = (int)(body - ((_segments - 1) * _sealed.Length));
        Length = body - (_segments * SegmentCipher.TagSize);
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>Takes over stream and cipher. The last segment is authenticated first: from then on <see cref="Length"/> can be trusted.</summary>
    /// <exception cref="VaultException">Cut, extended or damaged.</exception>
    public static async Task<UnsealingStream> OpenAsync(
        VaultObject name, Stream stored, SegmentCipher cipher, int segmentSize, CancellationToken cancellationToken)
    {
        var stream = new UnsealingStream(name, stored, cipher, segmentSize);
        try
        {
            await stream.LoadAsync(stream._segments - 1, cancellationToken);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position >= Length)
        {
            return 0;
        }

        var segment = _position / _plain.Length;
        if (segment != _loaded)
        {
            var (from, size) = Place(segment);
            _stored.Position = from;
            Unseal(segment, size, _stored.ReadAtLeast(_sealed.AsSpan(0, size), size, throwOnEndOfStream: false));
        }

        return Give(buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= Length)
        {
            return 0;
        }

        await LoadAsync(_position / _plain.Length, cancellationToken);
        return Give(buffer.Span);
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        var target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            SeekOrigin.End => Length + offset,
            _ => throw new ArgumentOutOfRangeException(nameof(origin)),
        };
        return _position = target >= 0 ? target : throw new IOException("Before the beginning.");
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_plain);
            _loaded = -1;
            _cipher.Dispose();
            _stored.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task LoadAsync(long segment, CancellationToken cancellationToken)
    {
        if (segment != _loaded)
        {
            var (from, size) = Place(segment);
            _stored.Position = from;
            Unseal(segment, size, await _stored.ReadAtLeastAsync(_sealed.AsMemory(0, size), size, throwOnEndOfStream: false, cancellationToken));
        }
    }

    private (long From, int Size) Place(long segment)
    {
        var size = segment == _segments - 1 ? _lastSize : _sealed.Length;
        return size >= SegmentCipher.TagSize
            ? (SealedHeader.Length + (segment * _sealed.Length), size)
            : throw new VaultException(VaultFailure.Damaged, _name);
    }

    private void Unseal(long segment, int size, int read)
    {
        _loaded = -1;
        try
        {
            if (read != size)
            {
                throw new VaultException(VaultFailure.Damaged, _name);
            }

            _cipher.Unseal(segment, segment == _segments - 1, _sealed.AsSpan(0, size), _plain.AsSpan(0, size - SegmentCipher.TagSize));
            _loaded = segment;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new VaultException(VaultFailure.Damaged, _name);
        }
    }

    private int Give(Span<byte> buffer)
    {
        var within = (int)(_position % _plain.Length);
        var count = (int)Math.Min(Math.Min(buffer.Length, _plain.Length - within), Length - _position);
        _plain.AsSpan(within, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
