using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.Extensions.Options;

namespace MediaGuard.Vision.Models.Installing;

/// <remarks><c>npm pack</c> of a published package downloads its tarball and runs none of its scripts; <c>npm install</c> would.</remarks>
internal sealed class NpmPackageFetcher(IOptions<ModelOptions> options, TimeProvider time) : IPackageFetcher
{
    public async Task<byte[]> FetchAsync(string package, string path, long size, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("mediaguard-model-");
        try
        {
            await PackAsync(package, folder.FullName, cancellationToken);
            var tarball = folder.EnumerateFiles("*.tgz").FirstOrDefault()
                ?? throw new ModelInstallException($"npm brought no tarball of {package}", isWorthRetrying: true);
            return await TakeAsync(tarball.FullName, path, size, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task PackAsync(string package, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(options.Value.Npm)
        {
            ArgumentList = { "pack", package, "--silent", "--ignore-scripts", "--pack-destination", folder },
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = Start(start);
        using var timeout = new CancellationTokenSource(options.Value.FetchTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(either.Token), npm.StandardError.ReadToEndAsync(either.Token), npm.WaitForExitAsync(either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelInstallException($"npm did not bring {package} within {options.Value.FetchTimeout.TotalMinutes:0.#} minutes", isWorthRetrying: true);
        }
        finally
        {
            Stop(npm);
        }

        if (npm.ExitCode != 0)
        {
            throw new ModelInstallException($"npm could not fetch {package} (exit code {npm.ExitCode}): is the registry reachable from here?", isWorthRetrying: true);
        }
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new ModelInstallException("npm did not start");
        }
        catch (Win32Exception)
        {
            throw new ModelInstallException($"the program '{options.Value.Npm}' was not found; install Node.js 20 or newer");
        }
    }

    private static void Stop(Process npm)
    {
        if (!npm.HasExited)
        {
            npm.Kill(entireProcessTree: true);
            npm.WaitForExit();
        }
    }

    private static async Task<byte[]> TakeAsync(string tarball, string path, long size, CancellationToken cancellationToken)
    {
        try
        {
            await using var packed = File.OpenRead(tarball);
            await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
            await using var reader = new TarReader(unpacked);
            while (await reader.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
            {
                // npm puts everything under one folder, by custom "package/".
                if (entry.DataStream is not null && entry.Name[(entry.Name.IndexOf('/', StringComparison.Ordinal) + 1)..] == path)
                {
                    return await ReadAsync(entry, size, cancellationToken);
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException)
        {
            throw new ModelInstallException("the package's tarball is damaged", isWorthRetrying: true);
        }

        throw new ModelInstallException("the package does not hold the file the manifest names");
    }

    private static async Task<byte[]> ReadAsync(TarEntry entry, long size, CancellationToken cancellationToken)
    {
        if (entry.Length != size)
        {
            throw new ModelInstallException($"the file in the package has {entry.Length} bytes, the manifest says {size}; nothing was installed");
        }

        var bytes = new byte[size];
        await entry.DataStream!.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
