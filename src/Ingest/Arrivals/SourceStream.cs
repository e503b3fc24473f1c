using MediaGuard.Media;
using Microsoft.Win32.SafeHandles;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>The bytes of a share file, so long as it remains what the scan saw. Reads forward only. Owns what it is given.</summary>
internal sealed class SourceStream : Stream
{
    private readonly IShareFolder folder;
    private readonly SafeFileHandle handle;
    private readonly ShareFile file;
    private long position;

    public SourceStream(IShareFolder folder, SafeFileHandle handle, ShareFile file)
    {
        this.folder = folder;
        this.handle = handle;
        this.file = file;
        try
        {
            CheckStill();
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => file.Length;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Count(buffer.Length, RandomAccess.Read(handle, buffer, position));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(ReasonCode.ShareUnavailable, Posix.Error(e.HResult));
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(buffer.Length, await RandomAccess.ReadAsync(handle, buffer, position, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MediaException(ReasonCode.ShareUnavailable, Posix.Error(e.HResult));
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            handle.Dispose();
            folder.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Count(int asked, int read)
    {
        position += read;
        if (position > file.Length || (read == 0 && asked > 0))
        {
            CheckStill();
            if (position != file.Length)
            {
                throw new MediaException(ReasonCode.SourceChanged);
            }
        }

        return read;
    }

    private void CheckStill()
    {
        if (!folder.Look(handle).IsStill(file))
        {
            throw new MediaException(ReasonCode.SourceChanged);
        }
    }
}
