using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Vision.Models.Installing;

/// <remarks>A fetch is tried twice, because registries stumble; a file somebody handed over is preferred to any fetch.</remarks>
internal sealed class ModelInstaller(
    ModelManifest manifest,
    ModelFiles files,
    IPackageFetcher packages,
    IAddressFetcher addresses,
    IOptions<ModelOptions> options,
    ILogger<ModelInstaller> logger) : IModelInstaller
{
    private const int Attempts = 2;

    public async Task<IReadOnlyList<string>> InstallAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Value.Folder);
        var failed = new List<string>();
        foreach (var model in manifest.Models)
        {
            if (files.State(model) == ModelState.Installed)
            {
                progress.Report($"{model.Name} {Size(model)}: present");
                continue;
            }

            try
            {
                progress.Report(await InstallOneAsync(model, cancellationToken));
            }
            catch (Exception e) when (e is ModelInstallException or IOException or UnauthorizedAccessException)
            {
                failed.Add(model.Name);
                LogMessages.ModelNotInstalled(logger, model.Name);
                progress.Report($"{model.Name} from {model.SourceText}: failed: {e.Message}");
            }
        }

        return failed;
    }

    private async Task<string> InstallOneAsync(ModelEntry model, CancellationToken cancellationToken)
    {
        if (await FromFoldersAsync(model, cancellationToken) is { } handed)
        {
            Put(model, handed);
            return $"{model.Name} {Size(model)} from a folder: verified";
        }

        var canBeWithout = !model.IsRequired && files.State(model) == ModelState.Missing;
        if (model.Package is null && model.Url is null)
        {
            return canBeWithout ? NotInstalled(model, "") : throw new ModelInstallException(ByHand(model));
        }

        try
        {
            Put(model, await FetchAsync(model, cancellationToken));
            return $"{model.Name} {Size(model)} from {model.SourceText}: verified";
        }
        catch (ModelInstallException e) when (model.Url is not null && e.IsWorthRetrying)
        {
            return canBeWithout ? NotInstalled(model, $"{e.Message}; ") : throw new ModelInstallException($"{e.Message}; {ByHand(model)}");
        }
    }

    private static string NotInstalled(ModelEntry model, string why) => $"{model.Name} {Size(model)}: not installed (optional; {why}{ByHand(model)})";

    private static string ByHand(ModelEntry model) => $"put the file from {model.Origin} in a folder and name it in MEDIAGUARD_MODELS_FROM";

    private async Task<byte[]> FetchAsync(ModelEntry model, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var bytes = model.Url is { } address
                    ? await addresses.FetchAsync(address, model.Size, cancellationToken)
                    : await packages.FetchAsync(model.Package!, model.Path!, model.Size, cancellationToken);
                return IsRight(model, bytes)
                    ? bytes
                    : throw new ModelInstallException("the file there has another SHA-256 than the manifest says; nothing was installed");
            }
            catch (ModelInstallException e) when (e.IsWorthRetrying && attempt < Attempts)
            {
                LogMessages.ModelFetchRetried(logger, model.Name);
            }
        }
    }

    private async Task<byte[]?> FromFoldersAsync(ModelEntry model, CancellationToken cancellationToken)
    {
        foreach (var folder in options.Value.From.Where(Directory.Exists))
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(f => f.Length == model.Size))
            {
                var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
                if (IsRight(model, bytes))
                {
                    return bytes;
                }
            }
        }

        return null;
    }

    private void Put(ModelEntry model, byte[] bytes)
    {
        var target = files.PathOf(model);
        var temporary = $"{target}.{Guid.CreateVersion7():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(bytes);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static bool IsRight(ModelEntry model, byte[] bytes) =>
        bytes.LongLength == model.Size && Convert.ToHexStringLower(SHA256.HashData(bytes)) == model.Sha256;

    private static string Size(ModelEntry model) => string.Create(CultureInfo.InvariantCulture, $"{model.Size / 1e6:0.0} MB");
}
