using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Decisions;

/// <summary>The office looked at this picture for one channel and discharged these doubts. Never discharges consent or missing knowledge.</summary>
/// <param name="Discharged">A doubt about one person ends for that person; one that names nobody ends whomever it is about.</param>
public sealed record ChannelApproval(ChannelId Channel, UserId By, ImmutableHashSet<Reason> Discharged)
{
    /// <summary>Nobody has said anything about who is in the picture since it was given.</summary>
    public bool IsSinceLastWord { get; init; }

    /// <summary>Whether it ends this reason. What an approval may end is decided by the code's kind, not by the approval.</summary>
    public bool Ends(Reason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.Code.IsDischargeable() && (Discharged.Contains(reason.Code) || Discharged.Contains(new Reason(reason.Code, reason.Person)));
    }
}
