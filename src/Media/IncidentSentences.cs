namespace MediaGuard.Media;

/// <summary>Words for pages and exports.</summary>
public static class IncidentSentences
{
    /// <summary>What has to be known before anybody touches a picture that may be against the law.</summary>
    public const string Illegal =
        "Do not copy, print, send, show or delete it, and do not look for more. Leave it under seal: MediaGuard shows it to nobody and keeps it as it is until the police say what is to be done with it.";

    public static string Of(IncidentKind kind) => kind switch
    {
        IncidentKind.UnknownCamera => "A camera the inventory does not know",
        IncidentKind.LostDevice => "A device is lost",
        IncidentKind.SealedPicture => "A picture under seal",
        IncidentKind.IllegalMaterial => "Material that may be illegal",
        IncidentKind.StaffMisuse => "Misuse by a member of staff",
        IncidentKind.DataBreach => "Personal data went astray",
        IncidentKind.OnlineRisk => "A risk to a child online",
        IncidentKind.Other => "Something else",
        IncidentKind.Complaint => "A complaint about personal data",
    };

    public static string Of(IncidentParty party) => party switch
    {
        IncidentParty.Coordinator => "Online-safety coordinator",
        IncidentParty.DataProtectionOfficer => "Data protection officer",
        IncidentParty.Headteacher => "Headteacher",
        IncidentParty.ChairOfGovernors => "Chair of governors",
        IncidentParty.Lado => "Local authority designated officer (LADO)",
        IncidentParty.Police => "Police",
        IncidentParty.InternetWatchFoundation => "Internet Watch Foundation",
        IncidentParty.LocalAuthority => "Local authority’s children’s services",
        IncidentParty.Complainant => "Whoever complained",
    };

    public static string Of(IncidentParty party, IncidentSpeed speed) => party switch
    {
        IncidentParty.Police => "Ring 101, or 999 where a child is in danger now. Say that the picture is held under seal and ask what to do with it.",
        IncidentParty.InternetWatchFoundation => "Report where it came from, if it came from the Internet. Never send the picture.",
        IncidentParty.Lado => "Tell them before anybody speaks to the person it is about.",
        _ => speed switch
        {
            IncidentSpeed.Immediately => "Tell them now.",
            IncidentSpeed.ThatDay => "Tell them before the day is over.",
            IncidentSpeed.WithinThirtyDays => "Tell them within thirty days that the complaint has come. Then look into it without delay, and tell them what came of it.",
        },
    };
}
