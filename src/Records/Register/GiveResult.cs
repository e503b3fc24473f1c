namespace MediaGuard.Records.Register;

/// <summary>What became of recording a yes or a person.</summary>
public enum GiveResult
{
    Recorded,
    NoSuchPerson,

    /// <summary>A no is on record, and only the safeguarding lead records otherwise.</summary>
    RefusalStands,

    /// <summary>Somebody else has that key, or a class that name.</summary>
    Taken,
}
