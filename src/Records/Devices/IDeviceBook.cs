using MediaGuard.Media;
using MediaGuard.Records.Register;

namespace MediaGuard.Records.Devices;

/// <summary>The hardware inventory: which cameras are the school's, who holds them, and which personal ones are permitted from when to when.</summary>
/// <remarks>Every change judges the photos of that model again in the same transaction; their verdicts follow within moments.</remarks>
public interface IDeviceBook
{
    Task<IReadOnlyList<DeviceView>> ListAsync(SchoolId school, CancellationToken cancellationToken);

    Task<DeviceDetail?> FindAsync(SchoolId school, DeviceId device, CancellationToken cancellationToken);

    /// <summary>Adults on the register.</summary>
    Task<IReadOnlyList<HolderView>> HoldersAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>The off-boarding list of one adult; null when there is none.</summary>
    Task<Leaving?> LeavingAsync(SchoolId school, PersonId person, CancellationToken cancellationToken);

    Task<DeviceOutcome> AddAsync(SchoolId school, NewDevice device, UserId? by, CancellationToken cancellationToken);

    Task<DeviceOutcome> EditAsync(SchoolId school, DeviceId device, NewDevice edit, UserId? by, CancellationToken cancellationToken);

    /// <summary>From today on nothing in its folder is taken and nothing of it is trusted; opens an incident.</summary>
    Task<DeviceOutcome> LoseAsync(SchoolId school, DeviceId device, UserId? by, CancellationToken cancellationToken);

    Task<DeviceOutcome> FindAgainAsync(SchoolId school, DeviceId device, UserId? by, CancellationToken cancellationToken);

    /// <summary>Writes down that it leaves the site with somebody who signed the agreement.</summary>
    Task<DeviceOutcome> LendAsync(SchoolId school, DeviceId device, NewLoan loan, UserId? by, CancellationToken cancellationToken);

    Task<DeviceOutcome> ReturnAsync(SchoolId school, DeviceId device, UserId? by, CancellationToken cancellationToken);
}
