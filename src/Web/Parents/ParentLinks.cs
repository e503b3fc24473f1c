using MediaGuard.Journey.Mail;
using MediaGuard.Media;
using MediaGuard.Records.Parents;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Parents;

/// <summary>Makes a guardian's link, for a letter or by mail. The link's token is known here only, for one request.</summary>
internal sealed class ParentLinks(IParentBook book, IMailer mailer, IOptions<ParentOptions> options)
{
    /// <summary>The link and its whole address; null when the person has no such guardian with parental responsibility.</summary>
    public async Task<(NewLink Link, string Address)?> MakeAsync(SchoolId school, PersonId person, Guid guardian, UserId by, HttpRequest request, CancellationToken cancellationToken) =>
        await book.MakeAsync(school, person, guardian, TimeSpan.FromDays(options.Value.LinkDays), by, cancellationToken) is { } link ? (link, AddressOf(link, request)) : null;

    /// <summary>Makes the link and sends it. Neither child nor guardian is named in the mail.</summary>
    /// <exception cref="MailException">It was not handed over; the link made for it ended again, and an earlier one works on.</exception>
    public async Task<bool> MailAsync(SchoolId school, PersonId person, Guid guardian, UserId by, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await book.MakeToSendAsync(school, person, guardian, TimeSpan.FromDays(options.Value.LinkDays), by, cancellationToken) is not { } link)
        {
            return false;
        }

        var isHandedOver = false;
        try
        {
            await mailer.SendAsync(new MailLetter([link.Email], Words.Text($"Photos of your child at {link.School}"), Letter(link, AddressOf(link, request))), cancellationToken);
            isHandedOver = true;
        }
        finally
        {
            await book.SentAsync(school, link, isHandedOver, by, CancellationToken.None);
        }

        return true;
    }

    private string AddressOf(NewLink link, HttpRequest request) =>
        $"{(options.Value.Address.Length > 0 ? options.Value.Address : $"{request.Scheme}://{request.Host}")}/parent/{link.Token}";

    private static string Letter(NewLink link, string address) => string.Join(
        "\n\n",
        Words.Text("Dear parent or guardian,"),
        Words.Text($"{link.School} asks you what photos of your child may be used for. Please open this link:"),
        address,
        Words.Text("There you see what you have said so far, and can say otherwise at any time. A no holds at once; a yes once the school office has confirmed it.")
            + "\n"
            + Words.Text($"You need no account and no password, so please do not pass the link on. It works until {link.LastDay:d MMMM yyyy}."),
        Words.Text("If you do not want to use the link, telephone the school office."),
        link.School);
}
