using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Everybody the picture may show said yes to each of the channel's purposes. One reason a person, the gravest.</summary>
internal sealed class PeopleConsent : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question)
    {
        var channel = question.ChannelPolicy;
        if (channel is null)
        {
            yield break;
        }

        var named = question.Reading.Named;
        foreach (var person in question.PeopleAsked)
        {
            var (consents, refused) = Ask(question.Register, person, channel);
            if (!consents)
            {
                yield return new Reason(CodeFor(named.Contains(person), refused), person);
            }
        }
    }

    private static (bool Consents, bool Refused) Ask(RegisterSnapshot register, PersonId person, ChannelPolicy channel)
    {
        var consents = true;
        foreach (var purpose in channel.Purposes)
        {
            var standing = register.StandingOf(person, purpose);
            if (standing is Standing.Refused)
            {
                return (false, true);
            }

            consents &= standing is Standing.Given;
        }

        return (consents, false);
    }

    private static ReasonCode CodeFor(bool named, bool refused) => (named, refused) switch
    {
        (true, true) => ReasonCode.PersonRefused,
        (true, false) => ReasonCode.NoConsentOnRecord,
        (false, _) => ReasonCode.MayShowPersonWithoutConsent,
    };
}
