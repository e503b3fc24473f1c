using System.Collections.Immutable;

namespace MediaGuard.Vision.Models;

/// <summary>The models of <c>models/manifest.json</c> and the state of their files.</summary>
public interface IModelCatalog
{
    /// <summary>Digests every file; an altered one is never loaded.</summary>
    ImmutableArray<ModelStatus> Check();
}
