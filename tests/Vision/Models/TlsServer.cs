using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MediaGuard.Vision.Tests.Models;

/// <summary>A real server on this machine that speaks HTTP over TLS under a certificate of its own, one answer a connection.</summary>
internal sealed class TlsServer : IDisposable
{
    private readonly Dictionary<string, Func<SslStream, Task>> _answers = [];
    private readonly List<string> _asked = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private readonly Task _serving;
    private long _sent;

    public TlsServer()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var own = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        _certificate = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pfx), null);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Paths asked for, in order.</summary>
    public IReadOnlyList<string> Asked => _asked;

    /// <summary>Bytes of bodies handed to the network.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public Uri At(string path) => new($"https://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}{path}");

    public bool IsOwn(X509Certificate? certificate) => certificate?.GetCertHashString() == _certificate.GetCertHashString();

    public void Answers(string path, byte[] body) => _answers[path] = async stream =>
    {
        await SayAsync(stream, string.Create(CultureInfo.InvariantCulture, $"200 OK\r\nContent-Length: {body.Length}"));
        await stream.WriteAsync(body, _stop.Token);
        Interlocked.Add(ref _sent, body.Length);
    };

    public void AnswersStatus(string path, string status) => _answers[path] = stream => SayAsync(stream, status + "\r\nContent-Length: 0");

    /// <summary>Sends for as long as anybody reads.</summary>
    public void AnswersEndlessly(string path) => _answers[path] = async stream =>
    {
        await SayAsync(stream, "200 OK");
        while (!_stop.IsCancellationRequested)
        {
            await stream.WriteAsync(new byte[4096], _stop.Token);
            Interlocked.Add(ref _sent, 4096);
        }
    };

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(10));
        _certificate.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                using var reader = new StreamReader(stream, leaveOpen: true);
                if (await reader.ReadLineAsync(_stop.Token) is not { } line)
                {
                    continue;
                }

                var path = line.Split(' ')[1];
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
                {
                }

                _asked.Add(path);
                await (_answers.TryGetValue(path, out var answer) ? answer(stream) : SayAsync(stream, "404 Not Found\r\nContent-Length: 0"));
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // the other side hung up, or the test is over
            }
        }
    }

    private async Task SayAsync(SslStream stream, string status) => await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n\r\n"), _stop.Token);
}
