using MediaGuard.Consent.People;
using MediaGuard.Journey.Mail;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using MediaGuard.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace MediaGuard.Journey.Tests.Mail;

/// <summary>Opening an incident tells those it goes to, once each, in words that say nothing of it.</summary>
internal sealed class IncidentNewsTests
{
    private const string Lead = "lead@school.example";
    private const string Officer = "dpo@trust.example";
    private const string Head = "head@school.example";
    private const string Chair = "chair@governors.example";
    private const string Secret = "Zyxquilla Vantongeren was photographed by Mr Brandtsen";

    private FakeTimeProvider clock = null!;
    private readonly TakenLetters letters = new();
    private TempFolder folder = null!;
    private ServiceProvider? services;
    private SchoolInfo school = null!;

    [SetUp]
    public void Clear()
    {
        folder = new TempFolder();
        clock = new FakeTimeProvider(new DateTimeOffset(2026, 6, 15, 9, 12, 0, TimeSpan.Zero)); // 10:12 in London
        letters.Taken.Clear();
        letters.Fails = [];
    }

    [TearDown]
    public async Task CloseAsync()
    {
        if (services is not null)
        {
            await services.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Test]
    [Property("Requirement", "G1")]
    public async Task Opened_GoesToOfficerAndCoordinatorOnceEach()
    {
        await MakeAsync();
        await OpenAsync(IncidentKind.DataBreach);
        await TellAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await TellAsync();
        Assert.That(letters.To, Is.EquivalentTo(new[] { Officer, Lead }));
        Assert.That(letters.Of(Officer).Text, Does.Contain("Monday 15 June 2026 at 10:12").And.Contain("at once"));
        Assert.That(letters.Of(Lead).Text, Does.Contain("before the day is over").And.Contain("page says who else must be told"));
        await OpenAsync(IncidentKind.UnknownCamera);
        await TellAsync();
        Assert.That(letters.To, Is.EquivalentTo(new[] { Officer, Lead, Lead }), "the second one goes to the coordinator alone");
    }

    [Test]
    [Property("Requirement", "G2")]
    public async Task Opened_StaffMisuse_GoesToTheHeadUnlessItIsAboutTheHead()
    {
        await MakeAsync();
        await OpenAsync(IncidentKind.StaffMisuse);
        await TellAsync();
        Assert.That(letters.To, Is.EqualTo(new[] { Head }));
        letters.Taken.Clear();
        await OpenAsync(IncidentKind.StaffMisuse, concernsHead: true);
        await TellAsync();
        Assert.That(letters.To, Is.EqualTo(new[] { Chair }), "and no LADO without an address: they are rung up");
    }

    [TestCase(Lead)]
    [TestCase($"The Headteacher <{Lead}>")]
    [Property("Requirement", "G2")]
    public async Task Opened_AboutAHeadWhoIsTheLead_NeverReachesTheirMailbox(string written)
    {
        await MakeAsync(("Mail:Tell:Headteacher", written));
        await OpenAsync(IncidentKind.OnlineRisk, concernsHead: true);
        await TellAsync();
        Assert.That(letters.To, Is.EquivalentTo(new[] { Officer, Chair }));
    }

    [Test]
    public async Task Opened_OfEveryKind_SaysNothingOfWhatHappened()
    {
        await MakeAsync();
        foreach (var kind in Enum.GetValues<IncidentKind>())
        {
            await OpenAsync(kind, concernsHead: kind == IncidentKind.Other);
        }

        await TellAsync();
        Assert.That(letters.Taken, Is.Not.Empty);
        foreach (var letter in letters.Taken)
        {
            var whole = letter.Subject + letter.Text;
            Assert.That(Secret.Split(' ').Where(w => w.Length > 4 && whole.Contains(w, StringComparison.OrdinalIgnoreCase)), Is.Empty);
            Assert.That(Enum.GetValues<IncidentKind>().Where(k => whole.Contains(IncidentSentences.Of(k), StringComparison.OrdinalIgnoreCase)), Is.Empty);
            Assert.That(whole, Does.Not.Contain("head").IgnoreCase.And.Not.Contain("child").IgnoreCase);
        }
    }

    [Test]
    public async Task Opened_OneAddressFails_TheOthersAreToldOnceAndItStaysDue()
    {
        await MakeAsync();
        letters.Fails = [Officer];
        await OpenAsync(IncidentKind.LostDevice);
        Assert.That(TellAsync, Throws.InstanceOf<MailException>());
        Assert.That(TellAsync, Throws.InstanceOf<MailException>());
        Assert.That(letters.To, Is.EqualTo(new[] { Lead }));
        letters.Fails = [];
        await TellAsync();
        Assert.That(letters.To, Is.EqualTo(new[] { Lead, Officer }));
    }

    [Test]
    public async Task Opened_ClosedBeforeOrLongAgo_IsNoNews()
    {
        await MakeAsync();
        var id = await OpenAsync(IncidentKind.Other);
        await Get<IIncidentBook>().TellAsync(school.Id, id, IncidentParty.Coordinator, "", new UserId(Guid.CreateVersion7()), default);
        Assert.That(await Get<IIncidentBook>().CloseAsync(school.Id, id, "nothing", new UserId(Guid.CreateVersion7()), default), Is.EqualTo(IncidentResult.Done));
        await OpenAsync(IncidentKind.Other);
        clock.Advance(TimeSpan.FromDays(8));
        await TellAsync();
        Assert.That(letters.To, Is.Empty);
    }

    [TestCase("Police", "police@example.org", "Mail:Tell knows")]
    [TestCase("Headteacher", "no address", "Mail:Tell:Headteacher must be a mail address")]
    public async Task Setting_Wrong_StopsTheStart(string party, string address, string says)
    {
        await MakeAsync();
        var options = new MailOptions();
        options.Tell[party] = address;
        Assert.That(options.Validate(new(options)).Single().ErrorMessage, Does.StartWith(says));
    }

    private T Get<T>()
        where T : notnull => services!.GetRequiredService<T>();

    private Task TellAsync() => Get<IncidentNews>().SendAsync(school, default);

    private Task<Guid> OpenAsync(IncidentKind kind, bool concernsHead = false) => Get<IIncidentBook>().OpenAsync(school.Id, new NewIncident(kind, Secret, concernsHead), null, default);

    private async Task MakeAsync(params (string Name, string Value)[] more)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Mail:Tell:DataProtectionOfficer", Officer), new("Mail:Tell:Headteacher", Head), new("Mail:Tell:ChairOfGovernors", Chair)])
            .AddInMemoryCollection(more.Select(m => KeyValuePair.Create(m.Name, (string?)m.Value))).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(settings);
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddLogging();
        collection.AddMediaGuard(settings, folder.FullName, TestPaths.Root);
        collection.Replace(ServiceDescriptor.Singleton<IMailer>(letters));
        collection.AddIdentityCore<SchoolUser>().AddRecordsStores();
        services = collection.BuildServiceProvider();
        await Get<DatabaseStart>().PrepareAsync(default);
        var id = await Get<ISchoolBooks>().MakeAsync("News Primary", "Europe/London", "", StandardPolicy.Document, default);
        school = (await Get<IRecordsFactory>().SchoolsAsync(default)).Single(s => s.Id == id);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RoleManager<SchoolRole>>().CreateAsync(new SchoolRole(SchoolRole.Lead));
        var user = new SchoolUser { SchoolId = id, UserName = Lead, Email = Lead, DisplayName = "lead" };
        var users = scope.ServiceProvider.GetRequiredService<UserManager<SchoolUser>>();
        await users.CreateAsync(user);
        await users.AddToRoleAsync(user, SchoolRole.Lead);
    }

    private sealed class TakenLetters : IMailer
    {
        public List<MailLetter> Taken { get; } = [];

        public IReadOnlyList<string> Fails { get; set; } = [];

        public IEnumerable<string> To => Taken.SelectMany(l => l.To);

        public MailLetter Of(string to) => Taken.Single(l => l.To.Contains(to));

        public Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
        {
            if (letter.To.Any(Fails.Contains))
            {
                throw new MailException("refused");
            }

            Taken.Add(letter);
            return Task.CompletedTask;
        }
    }
}
