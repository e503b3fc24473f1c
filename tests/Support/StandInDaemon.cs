using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MediaGuard.Tests.Support;

/// <summary>A real server that speaks clamd's zINSTREAM and zPING, and knows one signature: EICAR's.</summary>
public sealed class StandInDaemon : IAsyncDisposable
{
    private readonly Socket _listener;
    private readonly TempFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _largest;
    private readonly bool _silent;
    private readonly string? _saying;
    private Task _serving = Task.CompletedTask;

    private StandInDaemon(bool overUnixSocket, int largest, bool silent, string? saying, int port)
    {
        (_largest, _silent, _saying) = (largest, silent, saying);
        _listener = overUnixSocket ? new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(overUnixSocket ? new UnixDomainSocketEndPoint(_folder.At("clamd.sock")) : new IPEndPoint(IPAddress.Loopback, port));
        _listener.Listen();
        Address = overUnixSocket ? _folder.At("clamd.sock") : _listener.LocalEndPoint!.ToString()!;
    }

    /// <summary>The file no scanner lets pass, in two halves so that none locks this source away.</summary>
    public static byte[] Eicar { get; } = Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*");

    public string Address { get; }

    public byte[] LastFile { get; private set; } = [];

    /// <summary>Files looked at so far.</summary>
    public int Files { get; private set; }

    public static StandInDaemon Start(bool overUnixSocket = false, int largest = 25 << 20, bool silent = false, string? saying = null, int port = 0)
    {
        var daemon = new StandInDaemon(overUnixSocket, largest, silent, saying, port);
        daemon._serving = daemon.ServeAsync();
        return daemon;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
        _folder.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var socket = await _listener.AcceptAsync(_stop.Token);
                await using var stream = new NetworkStream(socket);
                try
                {
                    await AnswerAsync(stream);
                }
                catch (IOException)
                {
                    // The client went away.
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var command = new List<byte>();
        var one = new byte[1];
        do
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            command.Add(one[0]);
        }
        while (one[0] != 0);

        var answer = Encoding.ASCII.GetString([.. command]) == "zPING\0" ? "PONG\0" : await ScanAsync(stream);
        if (_silent)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(_saying ?? answer), _stop.Token);
    }

    private async Task<string> ScanAsync(NetworkStream stream)
    {
        using var file = new MemoryStream();
        var head = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(head, _stop.Token);
            var length = BinaryPrimitives.ReadInt32BigEndian(head);
            if (length == 0)
            {
                LastFile = file.ToArray();
                Files++;
                return LastFile.AsSpan().IndexOf("EICAR-STANDARD-"u8) >= 0 ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0";
            }

            if (file.Length + length > _largest)
            {
                return "INSTREAM size limit exceeded. ERROR\0";
            }

            var chunk = new byte[length];
            await stream.ReadExactlyAsync(chunk, _stop.Token);
            file.Write(chunk);
        }
    }
}
