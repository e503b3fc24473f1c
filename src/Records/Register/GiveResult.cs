namespace MediaGuard.Records.Register;

/// <summary>What became of recording a yes or a person.</summary>
public enum GiveResult
{
    Recorded,
    NoSuchPerson,

    /// <summary>A no is on record, and only the safeguarding lead records otherwise.</summary>
    RefusalStands,

    /// <summary>Whoever says yes is not a guardian with parental responsibility.</summary>
    NoResponsibility,

    /// <summary>Somebody else has that key, or a class that name.</summary>
    Taken,

    /// <summary>The entry is no longer what the form showed of it.</summary>
    Stale,
}
