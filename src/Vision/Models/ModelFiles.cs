using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace MediaGuard.Vision.Models;

/// <summary>The installed files: their state against the manifest, and their bytes.</summary>
/// <remarks>A digest is remembered with the file's size and time, so asking is cheap; whoever loads a model digests the very bytes it loads.</remarks>
internal sealed class ModelFiles(IOptions<ModelOptions> options)
{
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, string Sha256)> _digests = new();

    public string PathOf(ModelEntry model) => Path.Combine(options.Value.Folder, model.File);

    public FileStamp? Stamp(ModelEntry model)
    {
        var file = new FileInfo(PathOf(model));
        return file.Exists ? new FileStamp(file.Length, file.LastWriteTimeUtc.Ticks) : null;
    }

    /// <summary>Altered covers a file that can't be read.</summary>
    public ModelState State(ModelEntry model)
    {
        if (Stamp(model) is not { } stamp)
        {
            return ModelState.Missing;
        }

        if (_digests.TryGetValue(model.File, out var known) && known.Stamp == stamp)
        {
            return known.Sha256 == model.Sha256 ? ModelState.Installed : ModelState.Altered;
        }

        return Read(model) is null ? ModelState.Altered : ModelState.Installed;
    }

    /// <summary>The file's bytes when their digest is the manifest's; otherwise null.</summary>
    public byte[]? Read(ModelEntry model)
    {
        try
        {
            // Stamped before reading: a file replaced meanwhile is digested again at the next question.
            var stamp = Stamp(model);
            var bytes = File.ReadAllBytes(PathOf(model));
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (stamp is not null)
            {
                _digests[model.File] = (stamp.Value, digest);
            }

            return digest == model.Sha256 ? bytes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What must be equal for a remembered digest to hold.</summary>
    internal readonly record struct FileStamp(long Length, long Ticks);
}
