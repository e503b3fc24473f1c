namespace MediaGuard.Records.Register;

/// <summary>A parent or guardian as a form has one.</summary>
/// <param name="Email">Where their link goes; empty for none.</param>
/// <param name="HasResponsibility">Parental responsibility: their no stands until the lead records otherwise, and only they may say yes.</param>
public sealed record GuardianEdit(string Name, string Email, bool HasResponsibility)
{
    /// <summary>The entry's <see cref="GuardianLine.Seen"/> when the form was opened; null where nobody looked at it before.</summary>
    public string? Seen { get; init; }

    public override string ToString() => nameof(GuardianEdit);
}
