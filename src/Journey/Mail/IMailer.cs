namespace MediaGuard.Journey.Mail;

/// <summary>Hands mail over to a mail server or lays it into a folder.</summary>
public interface IMailer
{
    /// <exception cref="MailException">It was not handed over.</exception>
    Task SendAsync(MailLetter letter, CancellationToken cancellationToken);
}
