using System.Collections.Immutable;

using MediaGuard.Media;

namespace MediaGuard.Consent.Incidents;

/// <summary>Who must be told of what. Pure; the first to tell comes first.</summary>
public static class IncidentRouting
{
    private static readonly IncidentDuty Coordinator = new(IncidentParty.Coordinator, IncidentSpeed.ThatDay);
    private static readonly IncidentDuty Officer = new(IncidentParty.DataProtectionOfficer, IncidentSpeed.Immediately);
    private static readonly IncidentDuty Head = new(IncidentParty.Headteacher, IncidentSpeed.Immediately);
    private static readonly IncidentDuty Chair = new(IncidentParty.ChairOfGovernors, IncidentSpeed.Immediately);
    private static readonly IncidentDuty Lado = new(IncidentParty.Lado, IncidentSpeed.Immediately);

    /// <param name="concernsHead">It is about the headteacher: then the chair of governors and the LADO are told, and the head is not.</param>
    public static ImmutableArray<IncidentDuty> Duties(IncidentKind kind, bool concernsHead)
    {
        ImmutableArray<IncidentDuty> own = kind switch
        {
            IncidentKind.UnknownCamera or IncidentKind.SealedPicture or IncidentKind.Other => [Coordinator],
            IncidentKind.LostDevice or IncidentKind.DataBreach or IncidentKind.OnlineRisk => [Officer, Coordinator],
            IncidentKind.StaffMisuse => [Head],
            IncidentKind.Complaint => [new(IncidentParty.DataProtectionOfficer, IncidentSpeed.ThatDay), new(IncidentParty.Complainant, IncidentSpeed.WithinThirtyDays)],
            IncidentKind.IllegalMaterial =>
            [
                new(IncidentParty.Police, IncidentSpeed.Immediately),
                new(IncidentParty.InternetWatchFoundation, IncidentSpeed.Immediately),
                new(IncidentParty.LocalAuthority, IncidentSpeed.Immediately),
                Head,
                Coordinator,
            ],
        };
        return concernsHead ? [Chair, Lado, .. own.Where(d => d.Party != IncidentParty.Headteacher)] : own;
    }
}
