using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>File name, caption and visible text hint at nobody whom people said is not in the picture.</summary>
/// <remarks>
/// "Nobody else" and "nobody from outside" say so of everybody they leave out. Where nobody
/// said who may be in a picture without a face, a name on it is all there is to go by, so any hint at somebody not named counts.
/// </remarks>
internal sealed class NamesAgree : IDoubtRule
{
    public IEnumerable<Reason> Doubt(SceneReading reading, SchoolPolicy policy)
    {
        var hints = reading.Scene.NameHints;
        var excluded = reading switch
        {
            { Scene.NobodyElse: true } => hints.Except(reading.Named),
            { Possible.People: { } possible } => hints.Except(possible),
            { ShowsNoFace: true } => hints.Except(reading.Named),
            _ => hints.Intersect(reading.Scene.Absent).Except(reading.Named),
        };
        return excluded.Select(person => new Reason(ReasonCode.NameHint, person));
    }
}
