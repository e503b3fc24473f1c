using System.Collections.Concurrent;
using MediaGuard.Media;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Vision.Models;

/// <summary>Loaded models, shared by all threads. Each is loaded at its first use, from bytes that were just digested.</summary>
/// <remarks>The file's size and time are looked at on every call: a file put right, newly installed or altered counts without a restart.</remarks>
internal sealed class ModelSessions(ModelManifest manifest, ModelFiles files, IOptions<ModelOptions> options, ILogger<ModelSessions> logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, Loaded> _loaded = new();
    private readonly Lock _loading = new();

    /// <summary>The model; null when it is optional and not installed.</summary>
    /// <exception cref="MediaException">ModelMissing when a required one is absent; ModelAltered when any is not what the manifest says; DetectorFailed when it can't be loaded.</exception>
    public LoadedModel? Open(string name)
    {
        var entry = manifest.Entry(name);
        if (files.Stamp(entry) is not { } stamp)
        {
            return entry.IsRequired ? throw Refused(entry, ReasonCode.ModelMissing) : null;
        }

        if (_loaded.TryGetValue(name, out var known) && known.Stamp == stamp)
        {
            return known.Model;
        }

        lock (_loading)
        {
            return _loaded.TryGetValue(name, out known) && known.Stamp == stamp ? known.Model : Load(entry, stamp);
        }
    }

    public void Dispose()
    {
        foreach (var loaded in _loaded.Values)
        {
            loaded.Model.Dispose();
        }
    }

    private LoadedModel Load(ModelEntry entry, ModelFiles.FileStamp stamp)
    {
        // An outdated session is left to the threads that still run it; the runtime frees it when they are done.
        _loaded.TryRemove(entry.Name, out _);
        var bytes = files.Read(entry) ?? throw Refused(entry, ReasonCode.ModelAltered);
        try
        {
            var model = new LoadedModel(entry.Name, entry.Version, bytes, options.Value.ThreadsPerInference);
            _loaded[entry.Name] = new Loaded(stamp, model);
            LogMessages.ModelLoaded(logger, model.Version);
            return model;
        }
        catch (Exception e)
        {
            LogMessages.ModelRefused(logger, entry.Name, ReasonCode.DetectorFailed);
            throw new MediaException(ReasonCode.DetectorFailed, e);
        }
    }

    private MediaException Refused(ModelEntry entry, ReasonCode reason)
    {
        LogMessages.ModelRefused(logger, entry.Name, reason);
        return new MediaException(reason);
    }

    private sealed record Loaded(ModelFiles.FileStamp Stamp, LoadedModel Model);
}
