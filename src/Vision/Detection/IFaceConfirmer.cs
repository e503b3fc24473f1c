using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Detection;

/// <summary>Looks closely at one proposal and says whether it sees a face there too.</summary>
internal interface IFaceConfirmer : IFaceEvidence
{
    FaceConfirmation Confirm(LoadedModel model, PicturePyramid picture, PixelBox proposal);
}
