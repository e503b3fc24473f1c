namespace MediaGuard.Records.Devices;

/// <summary>What somebody who leaves must give back and what must be ended for them.</summary>
/// <param name="Accounts">Sign-ins that bear the name and still work, by mail address.</param>
public sealed record Leaving(HolderView Person, IReadOnlyList<DeviceView> Devices, IReadOnlyList<LoanView> Loans, IReadOnlyList<string> Accounts)
{
    public override string ToString() => Person.ToString();
}
