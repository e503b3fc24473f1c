using System.Collections.Immutable;
using MediaGuard.Vision.Models;

namespace MediaGuard.Journey.Inspection;

/// <summary>The models, for the commands.</summary>
public sealed class ModelShelf(IModelCatalog catalog, IModelInstaller installer)
{
    /// <summary>Name, role, state, licence and source of each.</summary>
    public ImmutableArray<ModelLine> List() =>
        [.. catalog.Check().Select(m => new ModelLine(m.Name, m.Role, m.State.ToString(), m.IsRequired, m.Licence, m.Source, m.Sha256))];

    /// <summary>Installs what is missing; returns the names that failed.</summary>
    public Task<IReadOnlyList<string>> InstallAsync(IProgress<string> progress, CancellationToken cancellationToken) => installer.InstallAsync(progress, cancellationToken);
}
