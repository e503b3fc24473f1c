using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>The register as pages and commands show it. Reads only; whoever calls has checked the role and says who reads.</summary>
public interface IRegisterViews
{
    /// <summary>People by class and name.</summary>
    /// <param name="search">Part of a name, or a whole key; null for everybody.</param>
    /// <param name="group">Of one class; null for all.</param>
    /// <param name="withLeavers">Also those who have left.</param>
    Task<IReadOnlyList<RegisterLine>> PeopleAsync(SchoolId school, string? search, GroupId? group, bool withLeavers, CancellationToken cancellationToken);

    /// <summary>One person; null when there is none.</summary>
    Task<PersonHistory?> PersonAsync(SchoolId school, PersonId person, Reader reader, CancellationToken cancellationToken);

    /// <summary>The person with this MIS key, or null.</summary>
    Task<PersonId?> FindAsync(SchoolId school, string key, CancellationToken cancellationToken);

    /// <summary>Purposes and the names people know, in order.</summary>
    Task<IReadOnlyList<KeyValuePair<PurposeId, string>>> PurposesAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Every purpose as a family is asked about it, in order.</summary>
    Task<IReadOnlyList<AskedPurpose>> AskedPurposesAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Imports, newest first.</summary>
    Task<IReadOnlyList<ImportRunView>> RunsAsync(SchoolId school, int atMost, CancellationToken cancellationToken);

    Task<RegisterAge> AgeAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Every yes that holds today and whose last day is within so many days, the soonest first; null takes the policy's.</summary>
    Task<IReadOnlyList<EndingLine>> EndingAsync(SchoolId school, int? days, CancellationToken cancellationToken);

    /// <summary>Protected people with the reason; nothing at all for another reader than the lead.</summary>
    Task<IReadOnlyList<ProtectedLine>> ProtectedAsync(SchoolId school, Reader reader, CancellationToken cancellationToken);

    /// <summary>Photos that wait for a decision and may show somebody protected, oldest first; nothing at all for another reader than the lead.</summary>
    Task<IReadOnlyList<WaitingProtected>> ProtectedWaitingAsync(SchoolId school, Reader reader, CancellationToken cancellationToken);
}
