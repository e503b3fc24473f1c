namespace MediaGuard.Media;

/// <summary>Somebody who must be told of an incident.</summary>
public enum IncidentParty
{
    /// <summary>The school's online-safety coordinator.</summary>
    Coordinator,
    DataProtectionOfficer,
    Headteacher,
    ChairOfGovernors,

    /// <summary>The local authority designated officer, for allegations against adults who work with children.</summary>
    Lado,
    Police,
    InternetWatchFoundation,
    LocalAuthority,

    /// <summary>Whoever complained.</summary>
    Complainant,
}
