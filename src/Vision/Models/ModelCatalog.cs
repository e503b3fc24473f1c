using System.Collections.Immutable;

namespace MediaGuard.Vision.Models;

internal sealed class ModelCatalog(ModelManifest manifest, ModelFiles files) : IModelCatalog
{
    public ImmutableArray<ModelStatus> Check() =>
        [.. manifest.Models.Select(m => new ModelStatus(m.Name, m.Role, m.IsRequired, m.Sha256, files.State(m), m.Licence, m.SourceText))];
}
