using System.Net;
using System.Reflection;
using MediaGuard.Journey.Backups;
using MediaGuard.Journey.Inspection;
using MediaGuard.Journey.Settings;
using MediaGuard.Records;
using MediaGuard.Records.Backups;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>The technician reads how backups stand, which settings are in force, and what is wrong, in the words of the commands.</summary>
public sealed class TechnicianPagesTests
{
    private const string Secret = "hunter2-Not-Shown";

    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync(
        ("Mail:Password", Secret), ("Mail:Host", "mail.school.example"), ("SignIn:Accounts:ClientSecret", Secret), ("Mail:Tell:Headteacher", "head@school.example"),
        ("Vault:AzureConnectionString", $"AccountKey={Secret}"));

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Backups_NoneThenOne_SaysSoAndIsAudited()
    {
        var before = await PageAsync("/technician/backups");
        Assert.That(before, Does.Contain("none was ever made").And.Contain("mediaguard backup --to DIR --keys-to OTHER-DIR"));
        using var places = new TempFolder();
        await rig.Services.GetRequiredService<IBackupDesk>().MakeAsync(places.At("off-site"), places.At("elsewhere"), null, default);
        var after = await PageAsync("/technician/backups");
        Assert.That(after, Does.Contain("found whole").And.Contain(places.At("off-site")).And.Contain(places.At("elsewhere")).And.Not.Contain("none was ever made"));
        Assert.That((await AuditLines.OfAsync(rig)).Where(l => l.StartsWith("backup-made|", StringComparison.Ordinal)).ToList(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Settings_EachWithItsSourceAndMeaning_AndNoSecret()
    {
        var page = await PageAsync("/technician/settings");
        foreach (var (_, lines) in rig.Services.GetRequiredService<SettingsShelf>().All())
        {
            foreach (var line in lines)
            {
                Assert.That(page, Does.Contain(line.Name).And.Contain(line.Says));
            }
        }

        Assert.That(page, Does.Contain("mail.school.example").And.Contain("start of the program").And.Contain("default"));
        Assert.That(page, Does.Not.Contain(Secret).And.Not.Contain("AccountKey").And.Not.Contain("head@school.example"));
        var shown = rig.Services.GetRequiredService<SettingsShelf>().All().SelectMany(g => g.Lines).Where(l => l.IsSecret).ToDictionary(l => l.Name, l => l.Value);
        Assert.That(shown["Mail:Password"], Is.EqualTo("set"));
        Assert.That(shown["Database:ConnectionString"], Is.EqualTo("not set"));
    }

    [Test]
    public void Settings_EverySettingThereIs_IsSaidSomethingOf_AndWhatSoundsSecretIsOne()
    {
        foreach (var group in rig.Services.GetServices<SettingGroup>())
        {
            var there = Names(group.Options(rig.Services), "").ToList();
            Assert.That(group.Settings.Select(s => s.Name), Is.EquivalentTo(there), group.Section);
            Assert.That(there.Where(n => n.EndsWith("Secret", StringComparison.Ordinal) || n.EndsWith("Password", StringComparison.Ordinal) || n.EndsWith("ConnectionString", StringComparison.Ordinal)), Is.EquivalentTo(group.Secrets), group.Section);
        }
    }

    [Test]
    public void Settings_FileAndEnvironment_AreToldApart()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.At("mediaguard.json"), """{ "Backups": { "EveryDays": 2, "VerifyDays": 7 } }""");
        Environment.SetEnvironmentVariable("MGTEST_Backups__VerifyDays", "8");
        var configuration = new ConfigurationBuilder().AddJsonFile(folder.At("mediaguard.json")).AddEnvironmentVariables("MGTEST_").Build();
        var lines = new SettingsShelf([rig.Services.GetServices<SettingGroup>().Single(g => g.Section == "Backups")], configuration, rig.Services).All().Single().Lines;
        Assert.That(lines.ToDictionary(l => l.Name[8..], l => l.Source), Is.SupersetOf(new Dictionary<string, SettingSource>
        {
            ["EveryDays"] = SettingSource.File,
            ["VerifyDays"] = SettingSource.Environment,
            ["KeysKeptDays"] = SettingSource.Default,
        }));
    }

    [Test]
    public async Task Health_AtOnceTheQuickOnes_ThenAll_InTheDoctorsWords()
    {
        var doctor = rig.Services.GetRequiredService<IDoctor>();
        var quick = await PageAsync("/technician/health");
        foreach (var finding in await doctor.GlanceAsync(default))
        {
            Assert.That(quick, Does.Contain($"<h2>{finding.What}</h2>"));
        }

        Assert.That(quick, Does.Contain("backup of the keys").And.Contain("0.1.0").And.Not.Contain("chain whole").And.Not.Contain("decoding"));
        using var answer = await (await rig.AsAsync(SchoolRole.Technician)).PostAsync("/technician?handler=Whole", [], "/technician");
        var whole = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        foreach (var finding in await doctor.ExamineAsync(default))
        {
            Assert.That(whole, Does.Contain($"<h2>{finding.What}</h2>"));
        }

        Assert.That(whole, Does.Contain("chain whole"));
    }

    [Test]
    public async Task Register_AfterARestore_TheOfficeReadsWhatIsMissingAndConfirms()
    {
        await using var school = await SchoolRig.StartAsync();
        using var before = await school.AsAsync(SchoolRole.Office);
        await school.Services.GetRequiredService<IBackupBook>().NoteRestoredAsync(school.School, MediaGuard.Media.Instant.Now(TimeProvider.System), default);
        using (var shut = await before.GetAsync("/office/register"))
        {
            Assert.That(shut.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "everybody was signed out");
        }

        using var office = school.Anonymous();
        await office.SignInAsync(SchoolRig.Mail(SchoolRole.Office), SchoolRig.Password);
        var page = await office.ReadAsync("/office/register");
        Assert.That(page, Does.Contain("The records were put back from a backup").And.Contain("every no and every withdrawal first"));
        using var confirmed = await office.PostAsync("/office/register?handler=Confirm", [], "/office/register");
        Assert.That(await office.ReadAsync("/office/register"), Does.Not.Contain("put back from a backup"));
    }

    private static IEnumerable<string> Names(object options, string prefix) => options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite || (p.PropertyType.IsGenericType && !p.PropertyType.IsArray))
        .SelectMany(p => p.PropertyType.Namespace!.StartsWith("MediaGuard", StringComparison.Ordinal) ? Names(p.GetValue(options)!, prefix + p.Name + ":") : [prefix + p.Name]);

    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await (await rig.AsAsync(SchoolRole.Technician)).ReadAsync(path));
}
