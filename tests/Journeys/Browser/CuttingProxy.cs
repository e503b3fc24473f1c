using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>A wire between browser and program that can be cut: what is under way ends without a word, and for a while nobody gets through.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Guid, TcpClient[]> wires = [];
    private readonly CancellationTokenSource ending = new();
    private readonly IPEndPoint program;
    private readonly Task listening;
    private volatile bool isCut;
    private long carried;

    /// <param name="address">The program's.</param>
    public CuttingProxy(string address)
    {
        program = new IPEndPoint(IPAddress.Loopback, new Uri(address).Port);
        listener.Start();
        listening = ListenAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Bytes that went from the browser to the program.</summary>
    public long Carried => Interlocked.Read(ref carried);

    /// <summary>Cuts every wire and lets nobody through for a while.</summary>
    /// <returns>How many wires there were.</returns>
    public async Task<int> CutAsync(TimeSpan nobodyFor)
    {
        isCut = true;
        var cut = 0;
        foreach (var key in wires.Keys)
        {
            cut += Cut(key) ? 1 : 0;
        }

        await Task.Delay(nobodyFor, TimeProvider.System);
        isCut = false;
        return cut;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await listening;
        foreach (var key in wires.Keys)
        {
            Cut(key);
        }

        ending.Dispose();
        listener.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                var browser = await listener.AcceptTcpClientAsync(ending.Token);
                if (isCut)
                {
                    Reset(browser);
                    continue;
                }

                _ = CarryAsync(browser);
            }
        }
        catch (OperationCanceledException)
        {
            // the end
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        var key = Guid.CreateVersion7();
        var other = new TcpClient();
        wires[key] = [browser, other];
        try
        {
            await other.ConnectAsync(program, ending.Token);
            var (there, back) = (PumpAsync(browser, other, counts: true), PumpAsync(other, browser, counts: false));
            await Task.WhenAny(there, back);
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // one side hung up
        }

        Cut(key);
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool counts)
    {
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await from.GetStream().ReadAsync(buffer, ending.Token)) > 0)
        {
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), ending.Token);
            if (counts)
            {
                Interlocked.Add(ref carried, read);
            }
        }
    }

    private bool Cut(Guid key)
    {
        if (!wires.TryRemove(key, out var ends))
        {
            return false;
        }

        Array.ForEach(ends, Reset);
        return true;
    }

    private static void Reset(TcpClient end)
    {
        try
        {
            end.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // gone already
        }

        end.Dispose();
    }
}
