using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>Which class a photo belongs to; none when its folder is not a class.</summary>
public sealed record PhotoPlace(GroupId? Group);
