using System.Collections.Immutable;

namespace MediaGuard.Records.Policies;

/// <summary>A channel schools have, with a purpose of its own under the same short name.</summary>
/// <param name="Id">Short name of channel and purpose.</param>
/// <param name="Name">How people call it.</param>
/// <param name="IsPublic">Anybody may look.</param>
public sealed record StandardChannel(string Id, string Name, bool IsPublic)
{
    /// <summary>The six the schools' policies ask a consent of its own for.</summary>
    public static ImmutableArray<StandardChannel> All { get; } =
    [
        new("seesaw", "Seesaw", false),
        new("website", "Website", true),
        new("social", "Social media", true),
        new("press", "Press", true),
        new("display", "Display in school", false),
        new("credits", "Video credits", true),
    ];

    public static StandardChannel? Find(string id) => All.FirstOrDefault(c => c.Id == id);

    internal ChannelSetting Setting() => new() { Channel = Id, Name = Name, Purposes = [Id], IsPublic = IsPublic, Kind = "folder" };
}
