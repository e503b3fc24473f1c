namespace MediaGuard.Media;

/// <summary>Words for pages and exports.</summary>
public static class IncidentSentences
{
    /// <summary>What has to be known before anybody touches a picture that may be against the law.</summary>
    public static string Illegal =>
        Words.Text("Do not copy, print, send, show or delete it, and do not look for more. Leave it under seal: MediaGuard shows it to nobody and keeps it as it is until the police say what is to be done with it.");

    public static string Of(IncidentKind kind) => kind switch
    {
        IncidentKind.UnknownCamera => Words.Text("A camera the inventory does not know"),
        IncidentKind.LostDevice => Words.Text("A device is lost"),
        IncidentKind.SealedPicture => Words.Text("A picture under seal"),
        IncidentKind.IllegalMaterial => Words.Text("Material that may be illegal"),
        IncidentKind.StaffMisuse => Words.Text("Misuse by a member of staff"),
        IncidentKind.DataBreach => Words.Text("Personal data went astray"),
        IncidentKind.OnlineRisk => Words.Text("A risk to a child online"),
        IncidentKind.Other => Words.Text("Something else"),
        IncidentKind.Complaint => Words.Text("A complaint about personal data"),
    };

    public static string Of(IncidentParty party) => party switch
    {
        IncidentParty.Coordinator => Words.Text("Online-safety coordinator"),
        IncidentParty.DataProtectionOfficer => Words.Text("Data protection officer"),
        IncidentParty.Headteacher => Words.Text("Headteacher"),
        IncidentParty.ChairOfGovernors => Words.Text("Chair of governors"),
        IncidentParty.Lado => Words.Text("Local authority designated officer (LADO)"),
        IncidentParty.Police => Words.Text("Police"),
        IncidentParty.InternetWatchFoundation => Words.Text("Internet Watch Foundation"),
        IncidentParty.LocalAuthority => Words.Text("Local authority’s children’s services"),
        IncidentParty.Complainant => Words.Text("Whoever complained"),
    };

    public static string Of(IncidentParty party, IncidentSpeed speed) => party switch
    {
        IncidentParty.Police => Words.Text("Ring 101, or 999 where a child is in danger now. Say that the picture is held under seal and ask what to do with it."),
        IncidentParty.InternetWatchFoundation => Words.Text("Report where it came from, if it came from the Internet. Never send the picture."),
        IncidentParty.Lado => Words.Text("Tell them before anybody speaks to the person it is about."),
        _ => speed switch
        {
            IncidentSpeed.Immediately => Words.Text("Tell them now."),
            IncidentSpeed.ThatDay => Words.Text("Tell them before the day is over."),
            IncidentSpeed.WithinThirtyDays => Words.Text("Tell them within thirty days that the complaint has come. Then look into it without delay, and tell them what came of it."),
        },
    };
}
