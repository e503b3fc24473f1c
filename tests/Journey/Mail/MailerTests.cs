using MediaGuard.Journey.Mail;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Tests.Mail;

/// <summary>Mail to a real server and into a folder; what goes wrong is a sentence; wrong settings stop the start.</summary>
internal sealed class MailerTests
{
    private static readonly MailLetter Letter = new(["one@school.example", "two@school.example"], "Zwölf Fotos", "First line\n.second line\nThird – line");

    [Test]
    public async Task Send_ToAServer_ArrivesOnceForEachAsPlainText()
    {
        await using var server = new SmtpListener();
        await using var services = Services(Smtp(server));
        await services.GetRequiredService<IMailer>().SendAsync(Letter, default);
        Assert.That(server.Taken.Select(m => (m.From, string.Join(',', m.To))), Is.EqualTo(new[] { ("mediaguard@school.example", "one@school.example"), ("mediaguard@school.example", "two@school.example") }));
        var text = server.Taken.First().Text;
        using var message = await MimeKit.MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.That((message.Subject, message.TextBody!.ReplaceLineEndings("\n").TrimEnd()), Is.EqualTo((Letter.Subject, Letter.Text)));
        Assert.That(message.BodyParts.Count(), Is.EqualTo(1), "text alone");
        Assert.That(text, Does.Not.Contain("two@school.example"), "nobody sees whom else it went to");
    }

    [Test]
    public async Task Send_ToAFolder_IsOneFileForEach()
    {
        using var folder = new TempFolder();
        await using var services = Services(new() { ["Mail:Folder"] = folder.At("out") });
        await services.GetRequiredService<IMailer>().SendAsync(Letter, default);
        var files = Directory.GetFiles(folder.At("out"), "*.eml");
        Assert.That(files, Has.Length.EqualTo(2));
        var to = new List<string>();
        foreach (var file in files)
        {
            using var message = await MimeKit.MimeMessage.LoadAsync(file);
            Assert.That(message.Subject, Is.EqualTo(Letter.Subject));
            to.Add(message.To.Mailboxes.Single().Address);
        }

        Assert.That(to, Is.EquivalentTo(Letter.To));
    }

    [Test]
    public async Task Send_WhatGoesWrong_IsASentenceWithoutAddressOrText()
    {
        await using var server = new SmtpListener { RefusesEverybody = true };
        Assert.That(await FailureAsync(Smtp(server)), Is.EqualTo("the mail server refused it with 550"));
        server.RefusesEverybody = false;
        var encrypted = Smtp(server);
        encrypted["Mail:Security"] = "starttls";
        Assert.That(await FailureAsync(encrypted), Is.EqualTo("the mail server can't be reached").Or.EqualTo("no encrypted connection to the mail server came about"));
        Assert.That(server.Taken, Is.Empty, "nothing goes in the clear where TLS is asked for");

        server.IsMute = true;
        var mute = Smtp(server);
        mute["Mail:Patience"] = "00:00:01";
        Assert.That(await FailureAsync(mute), Is.EqualTo("the mail server took too long"));
        var nobody = Smtp(server);
        nobody["Mail:Port"] = FreePort.Next().ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(await FailureAsync(nobody), Is.EqualTo("the mail server can't be reached"));
    }

    [TestCase(550)]
    [TestCase(552)]
    [TestCase(451)]
    [TestCase(421)]
    public async Task Send_OneMailboxIsRefused_TheOthersHaveItOnce(int code)
    {
        await using var server = new SmtpListener { RefusesWith = code };
        server.Refuses.Add("one@school.example");
        await using var services = Services(Smtp(server));
        await services.GetRequiredService<IMailer>().SendAsync(Letter with { To = ["zero@school.example", "one@school.example", "odd@school.example)", "two@school.example"] }, default);
        Assert.That(server.Taken.Select(m => m.To.Single()), Is.EqualTo(new[] { "zero@school.example", "two@school.example" }));
    }

    [Test]
    public async Task Send_ToAFolderOneAddressCannotBeRead_TheOthersHaveItAndAloneItIsASentence()
    {
        using var folder = new TempFolder();
        await using var services = Services(new() { ["Mail:Folder"] = folder.At("out") });
        await services.GetRequiredService<IMailer>().SendAsync(Letter with { To = ["odd@school.example)", "two@school.example"] }, default);
        Assert.That(Directory.GetFiles(folder.At("out"), "*.eml"), Has.Length.EqualTo(1));
        Assert.That(
            () => services.GetRequiredService<IMailer>().SendAsync(Letter with { To = ["odd@school.example)"] }, default),
            Throws.InstanceOf<MailException>().With.Message.EqualTo("the mail address can't be read"));
    }

    [TestCase("änne@school.example")]
    [TestCase("o'neill@school.example")]
    public async Task Send_UnusualAddress_KeepsItFromNobodyElse(string unusual)
    {
        await using var server = new SmtpListener();
        await using var services = Services(Smtp(server));
        await services.GetRequiredService<IMailer>().SendAsync(Letter with { To = [unusual, "two@school.example"] }, default);
        Assert.That(server.Taken.Select(m => m.To.Single()), Has.One.EqualTo("two@school.example"));
    }

    [TestCase("Mail:Kind", "pigeon", "Mail:Kind must be 'folder' or 'smtp'.")]
    [TestCase("Mail:Host", "", "Mail:Host must name the mail server when Mail:Kind is 'smtp'.")]
    [TestCase("Mail:From", "nobody", "Mail:From must be a mail address, for example mediaguard@school.example.")]
    [TestCase("Mail:From", "mediaguard@localhost", "Mail:From must be an address of the school when Mail:Kind is 'smtp'.")]
    [TestCase("Mail:Port", "0", "Mail:Port must be between 1 and 65535.")]
    [TestCase("Mail:Security", "some", "Mail:Security must be 'starttls', 'tls' or 'none'.")]
    [TestCase("Mail:DigestHour", "24", "Mail:DigestHour must be between 0 and 23.")]
    public async Task Options_OneWrong_StopTheStartWithOneSentence(string setting, string value, string sentence)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Kind"] = "smtp", ["Mail:Host"] = "mail.school.example", ["Mail:From"] = "mediaguard@school.example", [setting] = value };
        await using var services = Services(settings);
        Assert.That(() => services.GetRequiredService<IStartupValidator>().Validate(), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(sentence));
    }

    [Test]
    public async Task Options_PasswordInTheClearToAnotherMachine_StopTheStart()
    {
        await using var services = Services(new()
        {
            ["Mail:Kind"] = "smtp",
            ["Mail:Host"] = "mail.school.example",
            ["Mail:From"] = "mediaguard@school.example",
            ["Mail:Security"] = "none",
            ["Mail:User"] = "u",
            ["Mail:Password"] = "p",
        });
        Assert.That(() => services.GetRequiredService<IStartupValidator>().Validate(), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("would send the password in the clear"));
    }

    private static async Task<string> FailureAsync(Dictionary<string, string?> settings)
    {
        await using var services = Services(settings);
        try
        {
            await services.GetRequiredService<IMailer>().SendAsync(Letter, default);
            return "it was sent";
        }
        catch (MailException e)
        {
            return e.Message;
        }
    }

    /// <summary>Settings by which mail goes to it.</summary>
    internal static Dictionary<string, string?> Smtp(SmtpListener server) => new()
    {
        ["Mail:Kind"] = "smtp",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:Security"] = "none",
        ["Mail:From"] = "mediaguard@school.example",
    };

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddMediaGuard(configuration, Path.GetTempPath(), TestPaths.Root);
        return services.BuildServiceProvider();
    }
}
