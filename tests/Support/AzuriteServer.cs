using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MediaGuard.Tests.Support;

/// <summary>A real blob server (Azurite, from its npm package) on a free port with an account of its own. Its bytes go with it.</summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    private const string Version = "3.37.0";
    private const string Account = "mediaguard";

    private readonly Process _process;
    private readonly DirectoryInfo _bytes;

    private AzuriteServer(Process process, DirectoryInfo bytes, string endpoint, string key)
    {
        _process = process;
        _bytes = bytes;
        ConnectionString = $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={key};BlobEndpoint={endpoint}/{Account};";
    }

    public string ConnectionString { get; }

    /// <summary>Installs the package at the first use (node and npm needed), then starts it. Ignores the test where either is missing.</summary>
    public static async Task<AzuriteServer> StartAsync(CancellationToken cancellationToken)
    {
        var program = Path.Combine(await NpmPackage.InstallAsync("azurite", Version, cancellationToken), "node_modules", "azurite", "dist", "src", "blob", "main.js");
        var bytes = Directory.CreateTempSubdirectory("mediaguard-azurite-");
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[program, "--location", bytes.FullName, "--blobPort", "0", "--silent", "--skipApiVersionCheck", "--disableTelemetry"])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = $"{Account}:{key}";
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                // Nobody reads on; a full pipe would stop the server.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new AzuriteServer(process, bytes, match.Value, key);
            }
        }

        throw new InvalidOperationException("Azurite ended before it listened.");
    }

    /// <summary>Stops the server at once; its address then refuses connections.</summary>
    public async Task StopAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        _bytes.Delete(recursive: true);
    }

    [GeneratedRegex(@"http://[\d.]+:\d+")]
    private static partial Regex Listening();
}
