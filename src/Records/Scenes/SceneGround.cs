using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>Everything a decision about one item needs, read at one moment.</summary>
/// <param name="Register">Covers everybody the scene may show, on today's date in the school's zone.</param>
public sealed record SceneGround(Scene Scene, RegisterSnapshot Register, SchoolPolicy Policy, MediaStatus Status, RenditionId? Rendition);
