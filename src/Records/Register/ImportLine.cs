namespace MediaGuard.Records.Register;

/// <summary>One difference for the screen. Holds a name.</summary>
/// <param name="Kind">new-class, new-person, linked, renamed, year-changed, class-changed, left, returned, to-yes, to-no or first-no.</param>
/// <param name="Text">What changes, in words; empty when the kind says it all.</param>
/// <param name="IsNew">About somebody who was not on the register.</param>
public sealed record ImportLine(string Kind, int? Row, string Name, string? Purpose, string Text, bool IsNew)
{
    public override string ToString() => Kind;
}
