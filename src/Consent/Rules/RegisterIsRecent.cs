using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Somebody said not long ago that the register is right; otherwise nothing goes where anybody may look.</summary>
internal sealed class RegisterIsRecent : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        question.ChannelPolicy is { IsPublic: true } && question.Policy.RegisterMaxAgeDays is { } limit
        && !(question.Register.Day.DayNumber - question.Register.ConfirmedOn?.DayNumber <= limit) // never confirmed is not recent
            ? [new Reason(ReasonCode.RegisterTooOld)]
            : [];
}
