using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>Books put back from a backup know no word said since it was made: nothing goes anywhere, the class's own channel included, until the office said that the register is right.</summary>
internal sealed class BooksAreCurrent : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) => question.Register.IsRestored ? [new Reason(ReasonCode.BooksRestored)] : [];
}
