namespace MediaGuard.Records.Devices;

/// <summary>One device, its loans, and what of its photos is still open.</summary>
/// <param name="StillOnIt">Photos whose copy on the device was not removed yet.</param>
/// <param name="OldestDay">The day the oldest of those arrived.</param>
/// <param name="Held">Photos of it that wait for a decision.</param>
/// <param name="OpenIncident">The incident opened when it was lost, while it is open.</param>
public sealed record DeviceDetail(DeviceView Device, IReadOnlyList<LoanView> Loans, int StillOnIt, DateOnly? OldestDay, int Held, Guid? OpenIncident)
{
    public override string ToString() => Device.ToString();
}
