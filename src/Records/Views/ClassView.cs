using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>A class as its pages show it.</summary>
public sealed record ClassView(GroupId Id, string Name, bool AsksSeesaw);
