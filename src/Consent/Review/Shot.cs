using MediaGuard.Media;

namespace MediaGuard.Consent.Review;

/// <summary>What tells whether pictures were taken of the same moment.</summary>
/// <param name="At">When it was taken as the camera's clock says; where that is not known, when it arrived by the school's clock.</param>
/// <param name="Likeness">Null when it is not known: such a picture looks like no other.</param>
/// <param name="Faces">Every box there is, doubtful ones and those drawn by hand too.</param>
public sealed record Shot(MediaId Media, GroupId? Group, DateTime At, PerceptualHash? Likeness, int Faces);
