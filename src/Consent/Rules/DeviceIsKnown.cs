using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Consent.Rules;

/// <summary>The camera named in the file is the school's. A file that names none is a note, no hold.</summary>
internal sealed class DeviceIsKnown : IDecisionRule
{
    public IEnumerable<Reason> Object(ChannelQuestion question) =>
        question.Policy.HoldUnknownDevices && question.Scene.Device is not (DeviceStanding.NotStated or DeviceStanding.Known)
            ? [new Reason(ReasonCode.DeviceUnknown)]
            : [];
}
