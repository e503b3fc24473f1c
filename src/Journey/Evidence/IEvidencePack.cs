using MediaGuard.Media;
using MediaGuard.Records.Evidence;

namespace MediaGuard.Journey.Evidence;

/// <summary>Answers “how do you know?”, and hands the answers out with what proves them.</summary>
public interface IEvidencePack
{
    /// <summary>The figures of a time, and the audit chain walked now.</summary>
    /// <param name="until">Last day, included.</param>
    Task<EvidenceReading> ReadAsync(SchoolId school, DateOnly from, DateOnly until, SignInEvidence signIn, CancellationToken cancellationToken);

    /// <summary>
    /// Writes one archive: the evidence to read and for programs, the policy's versions, the stretch of the audit log with its signed heads and how to check them, a data protection
    /// impact assessment begun and the record of processing. Nobody is named in it. It is made while it is sent and kept nowhere; that it was taken out stands in the audit log before the first byte.
    /// </summary>
    /// <param name="by">Null for somebody at the machine's own command line who gave no account.</param>
    Task WriteAsync(SchoolId school, DateOnly from, DateOnly until, SignInEvidence signIn, UserId? by, Stream to, CancellationToken cancellationToken);
}
