using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Mail;

/// <summary>Hands mail to the school's mail server. A connection a letter: few are sent.</summary>
internal sealed class SmtpMailer(TimeProvider clock, IOptions<MailOptions> options) : IMailer
{
    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(mail.Patience);
        try
        {
            using var client = new SmtpClient();
            await client.ConnectAsync(mail.Host, mail.Port, SecurityOf(mail), patience.Token);
            if (mail.User.Length > 0)
            {
                await client.AuthenticateAsync(mail.User, mail.Password, patience.Token);
            }

            foreach (var to in letter.To)
            {
                using var message = Mime.Of(letter, to, mail.From, clock.GetUtcNow());
                await client.SendAsync(message, patience.Token);
            }

            await client.DisconnectAsync(true, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MailException(Words.Text("the mail server took too long"));
        }
        catch (AuthenticationException)
        {
            throw new MailException(Words.Text("the mail server does not take the name and password"));
        }
        catch (SslHandshakeException)
        {
            throw new MailException(Words.Text("no encrypted connection to the mail server came about"));
        }
        catch (SmtpCommandException e)
        {
            throw new MailException(Words.Text($"the mail server refused it with {(int)e.StatusCode}"));
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException or ServiceNotConnectedException or NotSupportedException)
        {
            throw new MailException(Words.Text("the mail server can't be reached"));
        }
    }

    private static SecureSocketOptions SecurityOf(MailOptions mail) => mail.Security switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
