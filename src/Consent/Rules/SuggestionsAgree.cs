using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>No face that nobody answered looks like somebody whom people said is not in the picture.</summary>
/// <remarks>Like a name hint: it is set against what people said and takes the place of nothing. A suggestion makes nobody possible, and nobody not.</remarks>
internal sealed class SuggestionsAgree : IDoubtRule
{
    public IEnumerable<Reason> Doubt(SceneReading reading, SchoolPolicy policy)
    {
        var allowed = reading switch
        {
            { Scene.NobodyElse: true } => reading.Named,
            { Possible.People: { } possible } => possible,
            _ => null,
        };
        return from face in reading.Unanswered
               where face.Suggested is { } person && (allowed is null ? reading.Scene.Absent.Contains(person) && !reading.Named.Contains(person) : !allowed.Contains(person))
               select new Reason(ReasonCode.LooksLikeAbsent, face.Suggested, face.Id);
    }
}
