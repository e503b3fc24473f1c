using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>Where a photo stands for one channel.</summary>
/// <param name="IsAskedFor">Somebody asked for this channel.</param>
/// <param name="Verdict">Null while not asked for or not yet decided.</param>
/// <param name="IsOut">A copy is out.</param>
/// <param name="IsComingBack">A copy is being recalled.</param>
public sealed record ChannelView(ChannelId Channel, string Name, bool IsAskedFor, Verdict? Verdict, IReadOnlyList<ReasonView> Reasons, bool IsOut, bool IsComingBack);
