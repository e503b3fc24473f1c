using MediaGuard.Media;

namespace MediaGuard.Records;

/// <summary>Where people of the school are reached.</summary>
public interface IMailBook
{
    /// <summary>The mail addresses of everybody who has a role and whose account is not disabled.</summary>
    Task<IReadOnlyList<string>> AddressesAsync(SchoolId school, string role, CancellationToken cancellationToken);

    /// <summary>The mail addresses of a class's teachers whose accounts are not disabled; a guest who helps out with it is none.</summary>
    Task<IReadOnlyList<string>> TeachersAsync(SchoolId school, GroupId group, CancellationToken cancellationToken);
}
