using MediaGuard.Media;

namespace MediaGuard.Records.Looking;

/// <summary>
/// The side log: who was shown which rendition, and when. Looks are noted in memory and written within a moment, so that nobody waits for the books; every minute
/// the audit chain takes a digest of what was written.
/// </summary>
public interface ISideLog
{
    /// <summary>Notes a look. False when so many wait to be written that the books must be out of reach: then nothing may be shown.</summary>
    bool TryNote(SchoolId school, UserId by, MediaId media, RenditionId rendition, LookSize size);

    /// <summary>Writes what was noted.</summary>
    Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>Chains a digest over what was written since the last one.</summary>
    /// <returns>How many looks it covers.</returns>
    Task<int> ChainAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Holds every digest of the chain against the looks it covers.</summary>
    Task<SideLogCheck> VerifyAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Who saw pictures that show, or may show, a person: the latest first, by colleague and day.</summary>
    Task<IReadOnlyList<LookLine>> OfPersonAsync(SchoolId school, PersonId person, CancellationToken cancellationToken);
}
