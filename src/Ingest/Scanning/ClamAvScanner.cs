using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Scanning;

/// <summary>Speaks ClamAV's INSTREAM (clamd(8)): chunks led by their length, a length of zero, one line of answer.</summary>
/// <remarks>
/// A signature's name is not kept: it is the daemon's word on a file, and the office needs to know that, not which. Only the two answers that mean "clean" and "found" are
/// believed; silence, a cut line or any other word is no answer.
/// </remarks>
internal sealed class ClamAvScanner(IOptions<ScannerOptions> options) : IFileScanner
{
    private const int LongestAnswer = 4096;

    private readonly ScannerOptions _options = options.Value;

    public bool IsConfigured => _options.ClamAv.Length > 0;

    public async Task RequireCleanAsync(Stream original, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(original);
        if (!IsConfigured)
        {
            return;
        }

        var answer = await AskAsync("zINSTREAM\0", original, cancellationToken);
        if (answer == "stream: OK")
        {
            return;
        }

        throw new MediaException(answer switch
        {
            not null when answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal) => ReasonCode.MalwareFound,
            not null when answer.StartsWith("INSTREAM size limit exceeded", StringComparison.Ordinal) => ReasonCode.TooLarge,
            _ => ReasonCode.ScannerUnavailable,
        });
    }

    public async Task<bool> AnswersAsync(CancellationToken cancellationToken) =>
        IsConfigured && await AskAsync("zPING\0", null, cancellationToken) == "PONG";

    /// <returns>The answer without its end mark; null when there was none in time.</returns>
    private async Task<string?> AskAsync(string command, Stream? file, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(TimeSpan.FromSeconds(_options.Seconds));
        try
        {
            using var socket = await ClamAvAddress.ConnectAsync(_options.ClamAv, late.Token);
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command), late.Token);
            if (file is not null)
            {
                await SendAsync(file, stream, late.Token);
            }

            return await AnswerAsync(stream, late.Token);
        }
        catch (Exception e) when (e is SocketException || IsFromSocket(e) || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>An error of the connection, not of the file being read: that one is the vault's matter and goes up as it is.</summary>
    private static bool IsFromSocket(Exception e) => e is IOException { InnerException: SocketException };

    private async Task SendAsync(Stream file, NetworkStream daemon, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(_options.Chunk + 4);
        try
        {
            int read;
            do
            {
                read = await file.ReadAtLeastAsync(buffer.AsMemory(4, _options.Chunk), _options.Chunk, throwOnEndOfStream: false, cancellationToken);
                BinaryPrimitives.WriteInt32BigEndian(buffer, read);
                try
                {
                    await daemon.WriteAsync(buffer.AsMemory(0, 4 + read), cancellationToken);
                    if (read is > 0 && read < _options.Chunk)
                    {
                        await daemon.WriteAsync(new byte[4], cancellationToken);
                    }
                }
                catch (IOException) when (daemon.DataAvailable)
                {
                    return; // it has heard enough and says why
                }
            }
            while (read == _options.Chunk);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static async Task<string?> AnswerAsync(NetworkStream daemon, CancellationToken cancellationToken)
    {
        var answer = new byte[LongestAnswer];
        var length = 0;
        while (length < answer.Length)
        {
            var read = await daemon.ReadAsync(answer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                return null;
            }

            length += read;
            var end = answer.AsSpan(0, length).IndexOf((byte)0);
            if (end >= 0)
            {
                return Encoding.Latin1.GetString(answer, 0, end);
            }
        }

        return null;
    }
}
