using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Review;

/// <summary>What of an answer about one picture holds for another that looks like it and that the same person has looked at.</summary>
internal static class SaidTogether
{
    /// <summary>
    /// The same words of the other picture. Left out is what hangs on a box, and what would mean something else there: that somebody named in it is absent, that nobody is from outside a pool
    /// smaller than here, that nobody else is in it than others than the named here.
    /// </summary>
    public static IEnumerable<NewAttestation> Of(IEnumerable<NewAttestation> said, Scene here, Scene there) =>
        said.Where(word => Holds(word, here, there)).Select(word => word with { Media = there.Media });

    private static bool Holds(NewAttestation word, Scene here, Scene there) => word.Kind switch
    {
        AttestationKind.RefusedFor or AttestationKind.InPicture => true,
        AttestationKind.Absent => word.Person is { } person && !there.Named.Contains(person) && there.Pool?.Contains(person) == true,
        AttestationKind.NobodyFromOutside => here.Pool is { } pool && there.Pool?.IsSupersetOf(pool) == true,
        AttestationKind.NobodyElse => here.Named.SetEquals(there.Named),
        _ => false,
    };
}
