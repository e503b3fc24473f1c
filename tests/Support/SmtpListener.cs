using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MediaGuard.Tests.Support;

/// <summary>A small mail server of the loopback address (RFC 5321): takes what it is sent and keeps it.</summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    public SmtpListener()
    {
        listener.Start();
        running = RunAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What was taken, in order.</summary>
    public ConcurrentQueue<TakenMail> Taken { get; } = [];

    /// <summary>Recipients are refused with 550.</summary>
    public bool RefusesEverybody { get; set; }

    /// <summary>Recipients that are refused with <see cref="RefusesWith"/>.</summary>
    public ConcurrentBag<string> Refuses { get; } = [];

    /// <summary>What is answered to one of <see cref="Refuses"/>; after a 421 the line is closed (RFC 5321, 3.8).</summary>
    public int RefusesWith { get; set; } = 550;

    /// <summary>Never says a word.</summary>
    public bool IsMute { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await running;
        stop.Dispose();
        listener.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await ServeAsync(client.GetStream());
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // the client went, or the test is over
            }
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        if (IsMute)
        {
            await Task.Delay(Timeout.Infinite, stop.Token);
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var (from, to) = ("", new List<string>());
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO" or "HELO":
                    await writer.WriteLineAsync("250-test\r\n250 8BITMIME");
                    break;
                case "MAIL":
                    (from, to) = (Address(line), []);
                    await writer.WriteLineAsync("250 ok");
                    break;
                case "RCPT":
                    to.Add(Address(line));
                    var isRefused = RefusesEverybody || Refuses.Contains(Address(line));
                    await writer.WriteLineAsync(isRefused ? $"{RefusesWith} not here" : "250 ok");
                    if (isRefused && RefusesWith == 421)
                    {
                        return;
                    }

                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Taken.Enqueue(new TakenMail(from, to, await DataAsync(reader)));
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }

    private async Task<string> DataAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            text.AppendLine(line.StartsWith('.') ? line[1..] : line);
        }

        return text.ToString();
    }

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
}
