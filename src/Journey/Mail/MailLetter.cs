namespace MediaGuard.Journey.Mail;

/// <summary>One mail: text alone. No picture ever, and no child's full name.</summary>
/// <param name="To">Addresses; whoever reads it sees only their own.</param>
public sealed record MailLetter(IReadOnlyCollection<string> To, string Subject, string Text)
{
    public override string ToString() => nameof(MailLetter);
}
