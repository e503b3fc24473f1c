using MediaGuard.Records.Policies;

namespace MediaGuard.Journey;

/// <summary>The policy a new school starts with: the strict reading everywhere.</summary>
public static class StandardPolicy
{
    public static readonly PolicyDocument Document = new()
    {
        Channels =
        [
            new ChannelSetting { Channel = "seesaw", Name = "Seesaw", Purposes = ["seesaw"], Kind = "folder" },
            new ChannelSetting { Channel = "website", Name = "Website", Purposes = ["website"], IsPublic = true, Kind = "folder" },
        ],
    };
}
