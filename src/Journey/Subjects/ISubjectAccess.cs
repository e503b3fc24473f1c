using MediaGuard.Media;
using MediaGuard.Records.Subjects;

namespace MediaGuard.Journey.Subjects;

/// <summary>Hands out what is held about a person.</summary>
public interface ISubjectAccess
{
    /// <summary>
    /// Writes one archive: a text, the same as JSON, and every picture they are in with every other face covered. It is made while it is sent and kept nowhere;
    /// that it was taken out stands in the audit log before the first byte, and each picture in the side log.
    /// </summary>
    Task WriteAsync(SubjectRecord record, UserId by, Stream to, CancellationToken cancellationToken);
}
