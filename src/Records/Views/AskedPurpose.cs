using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A purpose as a family is asked about it.</summary>
/// <param name="IsPublic">Anybody in the world may look.</param>
/// <param name="IsPublicTask">The school does not ask for a yes; a family may object.</param>
public sealed record AskedPurpose(PurposeId Purpose, string Name, bool IsPublic, bool IsPublicTask);
