namespace MediaGuard.Records.Register;

/// <summary>A parent or guardian on the register; holds a name.</summary>
/// <param name="EndedOn">The day they ceased to be one; what they said before stands.</param>
public sealed record GuardianLine(Guid Id, string Name, string Email, bool HasResponsibility, DateOnly? EndedOn)
{
    /// <summary>What a form that corrects the entry shows of it.</summary>
    public string Seen => ShownFields.Of(Name, Email, HasResponsibility, EndedOn);

    public override string ToString() => Id.ToString();
}
