using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Journey.Mail;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Journey.Tests.Mail;

/// <summary>Who is told what by mail, how often, and that no mail ever names a child or carries a picture.</summary>
internal sealed class SchoolNewsTests
{
    private static readonly string[] Names = ["Zyxquilla", "Vantongeren", "Quorra", "Brandtsen"];
    private static readonly UserId Office = new(Guid.CreateVersion7());
    private TempFolder folder = null!;
    private ServiceProvider services = null!;
    private FakeTimeProvider clock = null!;
    private SchoolInfo school = null!;
    private PersonId child;
    private GroupId oak;

    [SetUp]
    public async Task MakeAsync()
    {
        folder = new TempFolder();
        clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 15, 5, 30, 0, TimeSpan.Zero)); // 06:30 in London
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Arrivals:StillFor", "00:00:00"), new("Models:Folder", folder.At("no", "models"))]).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(settings);
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddLogging();
        collection.AddMediaGuard(settings, folder.FullName, TestPaths.Root);
        collection.AddIdentityCore<SchoolUser>().AddRecordsStores();
        services = collection.BuildServiceProvider();
        await Get<DatabaseStart>().PrepareAsync(default);
        var id = await Get<ISchoolBooks>().MakeAsync("News Primary", "Europe/London", "", StandardPolicy.Document with { HoldUnknownDevices = false }, default);
        school = (await Get<IRecordsFactory>().SchoolsAsync(default)).Single(s => s.Id == id);
        await using (var head = await Get<IHeads>().BeginAsync(id, default))
        {
            head.ConfirmRegister(head.Today, null);
            oak = head.AddGroup("Oak", asksSeesaw: true, null);
            child = head.AddPerson(new NewPerson(PersonKind.Pupil, "Zyxquilla Vantongeren", "Zyxquilla", "K1"), null);
            head.AddMembership(child, oak, head.Today.AddDays(-30), null, null);
            await head.CommitAsync(default);
        }

        foreach (var role in new[] { SchoolRole.Office, SchoolRole.Lead })
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RoleManager<SchoolRole>>().CreateAsync(new SchoolRole(role));
            await AddAsync($"{role}@school.example", role, $"{role}@school.example");
        }
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Test]
    public async Task Digest_NothingWaits_IsNotSent()
    {
        clock.Advance(TimeSpan.FromHours(2));
        await TellAsync();
        Assert.That(Mail(), Is.Empty);
    }

    [Test]
    public async Task Digest_SomethingWaits_ComesOnceADayFromItsHourOn()
    {
        await AskAsync();
        await TellAsync();
        Assert.That(Mail(), Is.Empty, "it is half past six");
        clock.Advance(TimeSpan.FromHours(1));
        await TellAsync();
        await TellAsync();
        clock.Advance(TimeSpan.FromHours(5));
        await TellAsync();
        var mail = Mail().Single();
        Assert.That(mail.To, Is.EqualTo("office@school.example"));
        Assert.That(mail.Text, Does.Contain("1 yes of a parent waits to be confirmed"));
        clock.Advance(TimeSpan.FromDays(1));
        await TellAsync();
        Assert.That(Mail(), Has.Length.EqualTo(2));
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task Digest_ConsentsThatEndSoon_AreToldOfOnce()
    {
        await Get<IRegisterBook>().GiveAsync(school.Id, child, new PurposeId("website"), new DateOnly(2026, 7, 1), "form", "drawer", false, null, default);
        clock.Advance(TimeSpan.FromHours(2));
        await TellAsync();
        Assert.That(Mail().Single().Text, Does.Contain("1 more consent ends soon"));
        clock.Advance(TimeSpan.FromDays(1));
        await TellAsync();
        Assert.That(Mail(), Has.Length.EqualTo(1), "told once is enough");

        await Get<IRegisterBook>().GiveAsync(school.Id, child, new PurposeId("seesaw"), new DateOnly(2026, 6, 25), "form", "drawer", false, null, default);
        clock.Advance(TimeSpan.FromDays(1));
        await TellAsync();
        Assert.That(Mail()[1..].Select(m => m.Text), Has.Exactly(1).Contains("1 more consent ends soon"), "said later, it ends sooner");
        clock.Advance(TimeSpan.FromDays(1));
        await TellAsync();
        Assert.That(Mail(), Has.Length.EqualTo(2));
    }

    [Test]
    [Property("Requirement", "C7")]
    public async Task Register_TooOld_IsAnAlarmToOfficeAndLeadOnce()
    {
        clock.Advance(TimeSpan.FromDays(35));
        await TellAsync();
        Assert.That(Mail(), Is.Empty, "35 days are allowed");
        clock.Advance(TimeSpan.FromDays(1));
        await TellAsync();
        await TellAsync();
        Assert.That(Mail().Select(m => (m.To, m.Subject)), Is.EquivalentTo(new[] { ("office@school.example", "MediaGuard: the register is too old"), ("lead@school.example", "MediaGuard: the register is too old") }));
        await Get<IRegisterBook>().ConfirmAsync(school.Id, null, default);
        clock.Advance(TimeSpan.FromDays(36));
        await TellAsync();
        Assert.That(Mail().Count(m => m.Subject.EndsWith("too old", StringComparison.Ordinal)), Is.EqualTo(4), "the next time is another alarm");
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Protected_APhotoWaits_IsToldTheLeadAloneOnceADay()
    {
        await DropAsync("a.bmp", 40);
        await TellAsync();
        Assert.That(Mail(), Is.Empty, "nobody is protected");
        await Get<IRegisterBook>().ProtectAsync(school.Id, child, "court order", Office, default);
        await TellAsync();
        await DropAsync("b.bmp", 90);
        await TellAsync();
        var mail = Mail().Single();
        Assert.That((mail.To, mail.Subject), Is.EqualTo(("lead@school.example", "MediaGuard: a photo needs your eye")));
        clock.Advance(TimeSpan.FromHours(24));
        await TellAsync();
        Assert.That(Mail().Count(m => m.Subject.EndsWith("your eye", StringComparison.Ordinal)), Is.EqualTo(2), "b came after the first mail");
        clock.Advance(TimeSpan.FromHours(24));
        await TellAsync();
        Assert.That(Mail().Count(m => m.Subject.EndsWith("your eye", StringComparison.Ordinal)), Is.EqualTo(2), "nothing new waits");
        Assert.That(Mail().Where(m => m.To.StartsWith("office", StringComparison.Ordinal)).Select(m => m.Text), Has.None.Contains("protect").IgnoreCase);
    }

    [Test]
    public async Task Lead_AddressesThatCannotBeReached_KeepNothingElseBack()
    {
        await AddAsync("zoe@school.example", SchoolRole.Lead, "zoe)");
        await DropAsync("a.bmp", 40);
        await Get<IRegisterBook>().ProtectAsync(school.Id, child, "court order", Office, default);
        await TellAsync();
        await TellAsync();
        Assert.That(Mail().Select(m => (m.To, m.Subject)), Is.EqualTo(new[] { ("lead@school.example", "MediaGuard: a photo needs your eye") }), "Zoe is left out, and nobody is told twice");

        await WithUserAsync("lead@school.example", async (users, user) =>
        {
            user.Email = "lead)";
            await users.UpdateAsync(user);
        });
        await DropAsync("b.bmp", 90);
        clock.Advance(TimeSpan.FromDays(36));
        Assert.That(TellAsync, Throws.InstanceOf<MailException>(), "no lead can be told of b");
        Assert.That(Mail().Where(m => m.To == "office@school.example").Select(m => m.Subject), Does.Contain("MediaGuard: the register is too old"));
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Protected_LeadRestsAfterWrongPasswords_IsToldAllTheSame()
    {
        await DropAsync("a.bmp", 40);
        await Get<IRegisterBook>().ProtectAsync(school.Id, child, "court order", Office, default);
        await WithUserAsync("lead@school.example", (users, user) => users.SetLockoutEndDateAsync(user, clock.GetUtcNow().AddMinutes(15)));
        await AddAsync("gone@school.example", SchoolRole.Lead, "gone@school.example");
        await WithUserAsync("gone@school.example", (users, user) => users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue));
        await TellAsync();
        Assert.That(Mail().Select(m => m.To), Is.EqualTo(new[] { "lead@school.example" }), "and a disabled account is not");
    }

    /// <summary>Everything there is to tell at once, with names nobody else bears in every place they could come from.</summary>
    [Test]
    public async Task Mail_OfEveryKind_NamesNobodyAndCarriesNoPicture()
    {
        await DropAsync("Zyxquilla Vantongeren.bmp", 40);
        await AskAsync();
        await Get<IRegisterBook>().GiveAsync(school.Id, child, new PurposeId("website"), new DateOnly(2026, 7, 25), "form", "Zyxquilla's drawer", false, null, default);
        var (_, other) = await Get<IRegisterBook>().AddPersonAsync(school.Id, new PersonEdit("pupil", "Quorra Brandtsen", "Quorra", "K2", 3, null, oak), null, default);
        await Get<IRegisterBook>().ProtectAsync(school.Id, other, "Quorra Brandtsen's order", Office, default);
        clock.Advance(TimeSpan.FromDays(36) + TimeSpan.FromHours(2));
        await TellAsync();
        var mail = Mail();
        Assert.That(mail.Select(m => m.Subject).Distinct(), Has.Exactly(3).Items, "digest, register, protected");
        foreach (var one in mail)
        {
            Assert.That(Names.Where(n => one.Whole.Contains(n, StringComparison.OrdinalIgnoreCase)), Is.Empty, one.Subject);
            Assert.That(one.Parts, Is.EqualTo(1), "text alone");
        }
    }

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    private Task TellAsync() => Get<SchoolNews>().SendAsync(school, default);

    private async Task AddAsync(string name, string role, string mail)
    {
        await using var scope = services.CreateAsyncScope();
        var user = new SchoolUser { SchoolId = school.Id, UserName = name, Email = mail, DisplayName = role };
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        await users.CreateAsync(user);
        await users.AddToRoleAsync(user, role);
    }

    private async Task WithUserAsync(string name, Func<UserManager<SchoolUser>, SchoolUser, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        await act(users, (await users.FindByNameAsync(name))!);
    }

    private async Task AskAsync()
    {
        var guardian = await Get<IGuardianBook>().AddAsync(school.Id, child, new GuardianEdit("Gundula Vantongeren", "g@example.org", true), null, default);
        var link = await Get<IParentBook>().MakeAsync(school.Id, child, guardian!.Value, TimeSpan.FromDays(90), Office, default);
        var (_, visit) = await Get<IParentBook>().OpenAsync(link!.Token, default);
        await Get<IParentBook>().AskAsync(visit!, new PurposeId("website"), default);
    }

    /// <summary>A picture without models to look at it: it is held.</summary>
    private async Task DropAsync(string name, byte shade)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        await File.WriteAllBytesAsync(folder.At("share", "Oak", name), Bitmap(shade));
        var drain = Get<IDrain>().RunAsync(null, default);
        while (!drain.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        await drain;
    }

    private (string To, string Subject, string Text, string Whole, int Parts)[] Mail() => !Directory.Exists(Path.Combine(folder.FullName, "mail")) ? [] :
    [
        .. Directory.GetFiles(Path.Combine(folder.FullName, "mail"), "*.eml").Select(f =>
        {
            using var message = MimeKit.MimeMessage.Load(f);
            return (message.To.Mailboxes.Single().Address, message.Subject!, message.TextBody!, File.ReadAllText(f) + message.TextBody, message.BodyParts.Count());
        }),
    ];

    private static byte[] Bitmap(byte shade)
    {
        const int side = 96;
        var bytes = new byte[54 + (side * side * 3)];
        Array.Fill(bytes, shade, 54, side * side * 3);
        "BM"u8.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(2), bytes.Length);
        BitConverter.TryWriteBytes(bytes.AsSpan(10), 54);
        BitConverter.TryWriteBytes(bytes.AsSpan(14), 40);
        BitConverter.TryWriteBytes(bytes.AsSpan(18), side);
        BitConverter.TryWriteBytes(bytes.AsSpan(22), side);
        BitConverter.TryWriteBytes(bytes.AsSpan(26), (short)1);
        BitConverter.TryWriteBytes(bytes.AsSpan(28), (short)24);
        return bytes;
    }
}
