using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>What follows from a scene alone, worked out once for all channels and rules.</summary>
internal sealed class SceneReading(Scene scene)
{
    public Scene Scene { get; } = scene;

    public PossiblePeople Possible { get; } = PossiblePeople.Of(scene);

    /// <summary>Named with or without a box.</summary>
    public ImmutableHashSet<PersonId> Named { get; } = PossiblePeople.NamedIn(scene);

    /// <summary>Boxes nobody said anything about, the doubtful ones included.</summary>
    public ImmutableArray<SceneFace> Unanswered { get; } = [.. scene.Faces.Where(face => !face.IsAnswered)];

    /// <summary>The detectors looked, and there is no box, or none that a person let stand as a face.</summary>
    public bool ShowsNoFace { get; } =
        scene.Sight is Sight.Seen && scene.Faces.All(face => face.Answer is FaceAnswer.NotAFace);
}
