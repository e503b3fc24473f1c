using MediaGuard.Media;

namespace MediaGuard.Records;

/// <summary>Where people of the school are reached.</summary>
public interface IMailBook
{
    /// <summary>The mail addresses of everybody who has a role and may sign in.</summary>
    Task<IReadOnlyList<string>> AddressesAsync(SchoolId school, string role, CancellationToken cancellationToken);
}
