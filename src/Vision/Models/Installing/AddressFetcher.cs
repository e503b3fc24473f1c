using System.Net.Security;
using Microsoft.Extensions.Options;

namespace MediaGuard.Vision.Models.Installing;

/// <remarks>Never from https to http: the runtime's own handler follows no such redirection. What came is still nothing until its digest is the manifest's.</remarks>
internal sealed class AddressFetcher : IAddressFetcher, IDisposable
{
    private const int MostRedirections = 5;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    public AddressFetcher(IOptions<ModelOptions> options, TimeProvider time)
        : this(options, time, null)
    {
    }

    /// <param name="isTrusted">Whom to believe; null for this machine's certificate authorities.</param>
    internal AddressFetcher(IOptions<ModelOptions> options, TimeProvider time, RemoteCertificateValidationCallback? isTrusted)
    {
        (_time, _timeout) = (time, options.Value.FetchTimeout);
#pragma warning disable CA2000 // the client owns its handler
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = options.Value.ConnectTimeout,
            MaxAutomaticRedirections = MostRedirections,
            UseCookies = false,
            SslOptions = { RemoteCertificateValidationCallback = isTrusted },
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
#pragma warning restore CA2000
    }

    public async Task<byte[]> FetchAsync(Uri address, long size, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var answer = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!answer.IsSuccessStatusCode)
            {
                throw new ModelInstallException($"{address.Host} answered {(int)answer.StatusCode}", isWorthRetrying: true);
            }

            await using var content = await answer.Content.ReadAsStreamAsync(either.Token);
            return await ReadAsync(content, address, size, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelInstallException($"{address.Host} did not answer in time", isWorthRetrying: true);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ModelInstallException($"{address.Host} can't be reached from here", isWorthRetrying: true);
        }
    }

    public void Dispose() => _http.Dispose();

    // One byte more than promised is enough to know that it is not the file; a block page or an endless answer fills nothing.
    private static async Task<byte[]> ReadAsync(Stream content, Uri address, long size, CancellationToken cancellationToken)
    {
        var bytes = new byte[size + 1];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return read == size
            ? bytes[..read]
            : throw new ModelInstallException($"{address.Host} gave {(read > size ? "more" : "fewer")} bytes than the manifest's {size}", isWorthRetrying: true);
    }
}
