using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MediaGuard.Journey.Mail;

/// <summary>Leaves mail as .eml files in a folder, for a school without a mail server.</summary>
internal sealed class MailFolder(TimeProvider clock, IOptions<MailOptions> options, IOptions<JourneyOptions> journey, ILogger<MailFolder> logger) : IMailer
{
    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        var folder = options.Value.Folder.Length > 0 ? options.Value.Folder : Path.Combine(journey.Value.DataFolder, "mail");
        Directory.CreateDirectory(folder);
        var now = clock.GetUtcNow();
        await Recipients.EachAsync(letter, WriteAsync, logger);

        async Task<string?> WriteAsync(MailboxAddress to)
        {
            using var message = Mime.Of(letter, to, options.Value.From, now);
            await using var file = File.Create(Path.Combine(folder, $"{now:yyyyMMddHHmmssfff}-{Guid.CreateVersion7():N}.eml"));
            await message.WriteToAsync(file, cancellationToken);
            return null;
        }
    }
}
