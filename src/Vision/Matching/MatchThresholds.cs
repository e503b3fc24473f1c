using MediaGuard.Media;

namespace MediaGuard.Vision.Matching;

/// <summary>Where "this person" begins. Cosines of SFace; chosen well above what adults' sets ask for, because children look more alike.</summary>
/// <remarks>models/README.md says what they were measured on.</remarks>
internal static class MatchThresholds
{
    /// <summary>The least similarity to somebody the picture may show.</summary>
    public const double InPool = 0.50;

    /// <summary>The least similarity to somebody of another class: there are many more of them to be taken for.</summary>
    public const double InSchool = 0.60;

    /// <summary>How much less every other enrolled person must resemble the face.</summary>
    public const double Margin = 0.10;

    /// <summary>Under this similarity to everybody the face is nobody enrolled.</summary>
    public const double Nobody = 0.30;

    /// <summary>The model's answer before scaling is weak for what is no face, or a covered one.</summary>
    public const double LeastStrength = 8;

    /// <summary>Under this share of the face's contrast the eyes or the mouth are covered by something plain.</summary>
    public const double LeastBand = 0.10;

    private const double LeastSide = 40;
    private const double LeastEyeDistance = 16;
    private const double MostYaw = 0.40;
    private const double MostMisfit = 5;

    /// <summary>Whether a face is large and frontal enough to be compared; otherwise its embedding is not even made.</summary>
    public static bool CanBeJudged(FaceRegion face, FaceAlignment alignment) =>
        !face.IsDoubtful && IsLargeEnough(face, alignment) && alignment.Misfit <= MostMisfit && Math.Abs(alignment.Yaw) <= MostYaw;

    public static bool IsLargeEnough(FaceRegion face, FaceAlignment alignment) => face.Box.ShorterSide >= LeastSide && alignment.EyeDistance >= LeastEyeDistance;
}
