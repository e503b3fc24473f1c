using MediaGuard.Media;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace MediaGuard.Journey.Mail;

/// <summary>Hands a letter to each it goes to. A mailbox that is refused keeps it from nobody else.</summary>
internal static class Recipients
{
    /// <param name="handAsync">Hands it to one; returns why this one is refused, or null. Throws what would keep it from everybody.</param>
    /// <exception cref="MailException">Nobody was handed it.</exception>
    public static async Task EachAsync(MailLetter letter, Func<MailboxAddress, Task<string?>> handAsync, ILogger logger)
    {
        var refusals = new List<string>();
        foreach (var to in letter.To)
        {
            var refusal = MailboxAddress.TryParse(to, out var mailbox) ? await handAsync(mailbox) : Words.Text("the mail address can't be read");
            if (refusal is not null)
            {
                refusals.Add(refusal);
            }
        }

        if (refusals.Count == 0)
        {
            return;
        }

        if (refusals.Count == letter.To.Count)
        {
            throw new MailException(refusals[0]);
        }

        LogMessages.LeftOut(logger, refusals.Count, letter.To.Count);
    }
}
