namespace MediaGuard.Records.Devices;

/// <summary>What a device of the inventory is today.</summary>
public enum DeviceState
{
    InUse,
    OnLoan,
    Lost,

    /// <summary>Its first day has not come.</summary>
    NotYet,

    /// <summary>Its last day is over.</summary>
    Ended,
}
