using System.Buffers;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Models;

namespace MediaGuard.Vision.Matching;

/// <summary>SFace 2021dec: <c>f32[1,3,112,112]</c> RGB 0..255, aligned, to 128 numbers. The only code that runs it.</summary>
internal sealed class FaceEmbedder(ModelSessions sessions, ModelManifest manifest) : IEmbeddingModel
{
    public const string Model = "sface-2021dec";

    private static readonly long[] Shape = [1, 3, FaceAlignment.Side, FaceAlignment.Side];

    public string Version => manifest.Entry(Model).Version;

    /// <summary>The model, or null when it is not installed.</summary>
    /// <exception cref="MediaException">The file is not what the manifest says.</exception>
    public LoadedModel? Open() => sessions.Open(Model);

    /// <summary>The embedding, how strongly the model answered before scaling, and how the face looked to it.</summary>
    public static (FaceEmbedding Embedding, double Strength, FaceLook Look) Embed(LoadedModel model, PicturePyramid picture, FaceAlignment face)
    {
        FaceLook look = default;
        return model.Run(
            Shape,
            input =>
            {
                FaceCrop.Draw(picture, face, input);
                look = FaceLook.Of(input);
            },
            outputs =>
            {
                var raw = outputs.OfLength(FaceEmbedding.Size);
                return (FaceEmbedding.Of(raw), (double)TensorPrimitives.Norm(raw), look);
            });
    }

    /// <summary>How the face looks, without asking the model.</summary>
    public static FaceLook Look(PicturePyramid picture, FaceAlignment face)
    {
        var crop = ArrayPool<float>.Shared.Rent(FaceCrop.Length);
        try
        {
            FaceCrop.Draw(picture, face, crop);
            return FaceLook.Of(crop);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(crop.AsSpan(0, FaceCrop.Length)));
            ArrayPool<float>.Shared.Return(crop);
        }
    }
}
