using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Detection;

/// <summary>Looks over a whole picture and proposes faces, freely: a missed one is never heard of again.</summary>
internal interface IFaceProposer : IFaceEvidence
{
    /// <summary>Adds what it sees to <paramref name="found"/>, the same face as often as it sees it.</summary>
    /// <param name="model">Its own model, loaded.</param>
    /// <param name="effort">How thoroughly to look.</param>
    void Propose(LoadedModel model, PicturePyramid picture, SearchEffort effort, ICollection<FaceProposal> found, CancellationToken cancellationToken);
}
