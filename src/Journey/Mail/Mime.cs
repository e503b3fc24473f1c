using MimeKit;

namespace MediaGuard.Journey.Mail;

/// <summary>A letter as mail programs know one: plain text in UTF-8, nothing attached.</summary>
internal static class Mime
{
    public static MimeMessage Of(MailLetter letter, MailboxAddress to, string from, DateTimeOffset now)
    {
        var sender = MailboxAddress.Parse(from);
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = now,
            MessageId = $"{Guid.CreateVersion7():N}@{sender.Domain}",
            Body = new TextPart("plain") { Text = letter.Text.ReplaceLineEndings("\r\n") + "\r\n" },
        };
        message.From.Add(new MailboxAddress("MediaGuard", sender.Address));
        message.To.Add(to);

        // no out-of-office answer and no answer from a machine
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
