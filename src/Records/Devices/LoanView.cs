using MediaGuard.Media;

namespace MediaGuard.Records.Devices;

/// <summary>One loan; holds an adult's name.</summary>
public sealed record LoanView(Guid Id, DeviceId Device, string Label, string Holder, DateOnly From, DateOnly? DueOn, DateOnly? ReturnedOn, string SignedVersion, DateOnly SignedOn)
{
    public override string ToString() => Id.ToString("N");
}
