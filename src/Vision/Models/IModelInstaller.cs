namespace MediaGuard.Vision.Models;

/// <summary>Fetches models from their packages, verifies every digest and puts them in place, whole or not at all.</summary>
public interface IModelInstaller
{
    /// <summary>Installs what is missing or altered; <paramref name="progress"/> gets one line per model. Returns the names that failed, empty when all is well.</summary>
    Task<IReadOnlyList<string>> InstallAsync(IProgress<string> progress, CancellationToken cancellationToken);
}
