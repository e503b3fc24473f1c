using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>No face that nobody answered looks like somebody who refused this channel. The face must be named, or the office look and approve.</summary>
internal sealed class NobodyRefusedIsLikely : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        from face in question.Reading.Unanswered
        where face.Suggested is { } person
            && question.ChannelPolicy is { } channel
            && channel.Purposes.Any(purpose => question.Register.StandingOf(person, purpose) is Standing.Refused)
        select new Reason(ReasonCode.LooksLikeRefused, face.Suggested, face.Id);
}
