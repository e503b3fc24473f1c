using MediaGuard.Media;
using MediaGuard.Records.Register;

namespace MediaGuard.Records.Parents;

/// <summary>Yeses that guardians gave by their link and that wait for the office.</summary>
public interface IRequestBook
{
    /// <summary>What waits, the oldest first.</summary>
    Task<IReadOnlyList<RequestLine>> WaitingAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Records the yes, in the guardian's name; where somebody else's no stands only the lead can.</summary>
    /// <returns>Null when it waits no longer: the guardian said no meanwhile, or a colleague was quicker.</returns>
    Task<GiveResult?> ConfirmAsync(SchoolId school, Guid request, bool isLead, UserId by, CancellationToken cancellationToken);

    /// <summary>Sets it aside; nothing is recorded. False: it waits no longer.</summary>
    Task<bool> DeclineAsync(SchoolId school, Guid request, UserId by, CancellationToken cancellationToken);
}
