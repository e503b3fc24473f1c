using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Matching;

/// <summary>Judges photos somebody is to be enrolled from.</summary>
public interface IReferencePhotos
{
    /// <summary>Which model makes the embeddings, as <c>name@digest8</c>.</summary>
    /// <exception cref="MediaException">ModelMissing or ModelAltered.</exception>
    string Model { get; }

    /// <summary>One judgement per photo; null stands for a file that could not be opened. No embedding is made of a photo with another face in it.</summary>
    /// <exception cref="MediaException">ModelMissing, ModelAltered or DetectorFailed.</exception>
    ImmutableArray<ReferenceJudgement> Judge(IReadOnlyList<PixelImage?> photos, CancellationToken cancellationToken);
}
