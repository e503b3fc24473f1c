using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MediaGuard.Media;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace MediaGuard.Journey.Mail;

/// <summary>Hands mail to the school's mail server. A connection a letter: few are sent.</summary>
internal sealed class SmtpMailer(TimeProvider clock, IOptions<MailOptions> options, ILogger<SmtpMailer> logger) : IMailer
{
    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(mail.Patience);
        try
        {
            using var client = new SmtpClient();
            await Recipients.EachAsync(letter, to => HandAsync(client, mail, letter, to, patience.Token), logger);
            await client.DisconnectAsync(true, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MailException(Words.Text("the mail server took too long"));
        }
        catch (Exception e) when (e is AuthenticationException or ServiceNotAuthenticatedException)
        {
            throw new MailException(Words.Text("the mail server does not take the name and password"));
        }
        catch (SslHandshakeException)
        {
            throw new MailException(Words.Text("no encrypted connection to the mail server came about"));
        }
        catch (SmtpCommandException e)
        {
            throw new MailException(Refusal(e));
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException or ServiceNotConnectedException or NotSupportedException)
        {
            throw new MailException(Words.Text("the mail server can't be reached"));
        }
    }

    /// <summary>Hands it to one. A server that closed the line over the one before is called anew.</summary>
    /// <returns>Why this one is refused, or null.</returns>
    private async Task<string?> HandAsync(SmtpClient client, MailOptions mail, MailLetter letter, MailboxAddress to, CancellationToken cancellationToken)
    {
        if (!client.IsConnected)
        {
            await client.ConnectAsync(mail.Host, mail.Port, SecurityOf(mail), cancellationToken);
            if (mail.User.Length > 0)
            {
                await client.AuthenticateAsync(mail.User, mail.Password, cancellationToken);
            }
        }

        try
        {
            using var message = Mime.Of(letter, to, mail.From, clock.GetUtcNow());
            await client.SendAsync(message, cancellationToken);
            return null;
        }
        catch (SmtpCommandException e)
        {
            return Refusal(e);
        }
        catch (NotSupportedException)
        {
            return Words.Text("the mail server does not take such an address");
        }
    }

    private static string Refusal(SmtpCommandException e) => Words.Text($"the mail server refused it with {(int)e.StatusCode}");

    private static SecureSocketOptions SecurityOf(MailOptions mail) => mail.Security switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
