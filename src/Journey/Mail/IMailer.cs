namespace MediaGuard.Journey.Mail;

/// <summary>Hands mail over to a mail server or lays it into a folder.</summary>
public interface IMailer
{
    /// <summary>To each it goes to; one mailbox that is refused is left out, and logged.</summary>
    /// <exception cref="MailException">Nobody was handed it, or it broke off between two of them.</exception>
    Task SendAsync(MailLetter letter, CancellationToken cancellationToken);
}
