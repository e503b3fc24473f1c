using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>Everybody a picture may show, as far as signed-in people attested it.</summary>
/// <param name="People">Null when they are unknown, and unknown is Held.</param>
/// <param name="WhyUnknown">What is missing; None when they are known.</param>
public sealed record PossiblePeople(ImmutableHashSet<PersonId>? People, ReasonCode WhyUnknown)
{
    /// <summary>
    /// The named, once "nobody else" is attested and every box, also the doubtful ones, is named or not a face; otherwise the named and the
    /// pool without the absent, which takes "nobody from outside". Somebody both named and absent stays possible.
    /// </summary>
    /// <remarks>A pool of nobody is a pool not known: a class whose members were never entered must not clear anything.</remarks>
    public static PossiblePeople Of(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var named = NamedIn(scene);
        if (scene.NobodyElse && scene.Faces.All(face => face.IsAnswered))
        {
            return new(named, ReasonCode.None);
        }

        if (scene.Pool is { IsEmpty: false } pool && scene.NobodyFromOutside)
        {
            return new(named.Union(pool.Except(scene.Absent)), ReasonCode.None);
        }

        return new(null, WhatIsMissing(scene, named));
    }

    /// <summary>Everybody named as being in the picture, with or without a box.</summary>
    internal static ImmutableHashSet<PersonId> NamedIn(Scene scene)
    {
        var named = scene.Named;
        foreach (var face in scene.Faces)
        {
            if (face.IsNamed)
            {
                named = named.Add(face.Person!.Value);
            }
        }

        return named;
    }

    private static ReasonCode WhatIsMissing(Scene scene, ImmutableHashSet<PersonId> named)
    {
        if (scene.NobodyElse)
        {
            return ReasonCode.FaceNotNamed;
        }

        if (scene.Pool is not { IsEmpty: false })
        {
            return ReasonCode.GroupUnknown;
        }

        var somethingSaid = named.Count > 0 || scene.Absent.Count > 0 || scene.Faces.Any(face => face.IsAnswered);
        return somethingSaid ? ReasonCode.PossiblePeopleUnknown : ReasonCode.NobodySaidAnything;
    }
}
