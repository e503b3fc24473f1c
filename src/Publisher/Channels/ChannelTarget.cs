using MediaGuard.Media;

namespace MediaGuard.Publisher.Channels;

/// <summary>Where exactly: the school's channel, the address its settings give it (for a folder, the path), and the class's short opaque folder.</summary>
public sealed record ChannelTarget(SchoolId School, ChannelId Channel, string Address, string Subfolder);
