using MediaGuard.Media;
using MediaGuard.Records.Register;

namespace MediaGuard.Journey.Review;

/// <summary>What families say and the office writes down. One transaction: the record, the register's version, every queue entry pulled, every copy ordered back, the log.</summary>
public interface IRegisterActs
{
    /// <summary>
    /// Writes down what was said. Once it returns, no copy of a photo that rests on somebody who said no is queued, and every one outside is on recall. The verdicts
    /// of up to fifty photos are made anew at once, the rest within moments.
    /// </summary>
    Task RecordAsync(SchoolId school, UserId? by, IReadOnlyCollection<NewConsent> said, CancellationToken cancellationToken);

    /// <summary>Marks somebody as never to be shown, whatever is on record, or ends that.</summary>
    Task ProtectAsync(SchoolId school, UserId by, PersonId person, bool isProtected, CancellationToken cancellationToken);
}
