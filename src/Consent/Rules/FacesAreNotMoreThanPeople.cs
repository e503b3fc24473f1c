using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Every box that has no answer can be one of the people who may be in the picture and have no box yet.</summary>
/// <remarks>
/// Who claims "nobody else" is held to the named. In a batch nobody is named and many faces are normal; there only a pool
/// smaller than the faces proves that somebody was overlooked. Doubtful boxes count, so that a doubt never lessens the number.
/// </remarks>
internal sealed class FacesAreNotMoreThanPeople : IDoubtRule
{
    public IEnumerable<Reason> Doubt(SceneReading reading, SchoolPolicy policy)
    {
        var people = reading.Scene.NobodyElse ? reading.Named : reading.Possible.People;
        if (people is null)
        {
            return [];
        }

        var boxed = reading.Scene.Faces.Where(face => face.IsNamed).Select(face => face.Person).Distinct().Count();
        return reading.Unanswered.Length > people.Count - boxed ? [new Reason(ReasonCode.MoreFacesThanNamed)] : [];
    }
}
