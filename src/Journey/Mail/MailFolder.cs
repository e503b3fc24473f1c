using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Mail;

/// <summary>Leaves mail as .eml files in a folder, for a school without a mail server. Never a picture, never a name.</summary>
internal sealed class MailFolder(TimeProvider clock, IOptions<JourneyOptions> options)
{
    public async Task SendAsync(string subject, string text, CancellationToken cancellationToken)
    {
        var folder = options.Value.MailFolder.Length > 0 ? options.Value.MailFolder : Path.Combine(options.Value.DataFolder, "mail");
        Directory.CreateDirectory(folder);
        var now = clock.GetUtcNow();
        var message = new StringBuilder()
            .Append("From: MediaGuard <mediaguard@localhost>\r\nTo: technician@localhost\r\nSubject: ").Append(subject).Append("\r\nDate: ")
            .Append(now.ToString("r", CultureInfo.InvariantCulture))
            .Append("\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
            .Append(text.ReplaceLineEndings("\r\n")).Append("\r\n");
        await File.WriteAllTextAsync(Path.Combine(folder, $"{now:yyyyMMddHHmmssfff}-{Guid.CreateVersion7():N}.eml"), message.ToString(), cancellationToken);
    }
}
