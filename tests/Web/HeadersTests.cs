using System.Net;
using System.Text.RegularExpressions;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

public sealed partial class HeadersTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Answers_OfEveryKind_TellTheBrowserToKeepNothingAndTrustNobody()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        foreach (var path in new[] { "/office", $"/office/picture/{rig.OakPhotos[0]}", $"/pictures/{rig.OakPhotos[0]}/thumb", "/nothing", "/lead", "/sign-out" })
        {
            using var answer = await office.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.That(policy, Does.Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"), path);
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"), path);
            Assert.That(answer.Headers.GetValues("X-Frame-Options").Single(), Is.EqualTo("DENY"), path);
            Assert.That(answer.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("same-origin"), path);
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True, path);
        }
    }

    [Test]
    public async Task OwnFiles_MayBeKept()
    {
        using var client = rig.Anonymous();
        using var answer = await client.GetAsync("/css/site.css");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.False);
    }

    [Test]
    public async Task Pages_HoldNoInlineScriptOrStyleAndNoFormWithoutItsToken()
    {
        foreach (var (role, path) in new[]
        {
            (SchoolRole.Teacher, $"/teacher?class={rig.Oak}"),
            (SchoolRole.Teacher, $"/teacher/sheet?class={rig.Oak}&day={rig.DayText}&channel=seesaw"),
            (SchoolRole.Teacher, "/upload"),
            (SchoolRole.Teacher, $"/teacher/pack?class={rig.Oak}&day={rig.DayText}"),
            (SchoolRole.Teacher, "/teacher/take-downs"),
            (SchoolRole.Office, "/office"),
            (SchoolRole.Office, "/office/take-downs"),
            (SchoolRole.Office, $"/office/picture/{rig.OakPhotos[0]}"),
            (SchoolRole.Office, "/second-look"),
            (SchoolRole.Office, $"/office/register/person/{rig.Ali}"),
            (SchoolRole.Office, "/office/register/year"),
            (SchoolRole.Lead, $"/lead/person/{rig.Ali}"),
            (SchoolRole.Editor, "/editor"),
            (SchoolRole.Editor, "/editor/take-downs"),
            (SchoolRole.Lead, "/tokens"),
            (SchoolRole.Lead, "/lead"),
            (SchoolRole.Lead, "/lead/policy"),
            (SchoolRole.Lead, $"/lead/access/{rig.Ali}"),
            (SchoolRole.Lead, "/lead/incidents"),
            (SchoolRole.Lead, $"/lead/incidents/{rig.Incident:N}"),
            (SchoolRole.Lead, "/lead/sealed"),
            (SchoolRole.Lead, "/lead/audit"),
            (SchoolRole.Lead, "/lead/evidence"),
            (SchoolRole.Lead, $"/lead/looks/{rig.Ali}"),
            (SchoolRole.Technician, "/technician"),
            (SchoolRole.Technician, "/technician/health"),
            (SchoolRole.Technician, "/technician/backups"),
            (SchoolRole.Technician, "/technician/settings"),
            (SchoolRole.Technician, "/technician/devices"),
            (SchoolRole.Technician, "/technician/devices/edit"),
            (SchoolRole.Technician, $"/technician/devices/{rig.Device}"),
            (SchoolRole.Technician, "/technician/leaving"),
        })
        {
            var page = await (await rig.AsAsync(role)).ReadAsync(path);
            Assert.That(page, Does.Contain("</html>"), path);
            Assert.That(Inline().Match(page).Value, Is.Empty, path);
            var forms = Form().Matches(page).Select(m => m.Value).ToList();
            Assert.That(forms, Is.Not.Empty.And.All.Contains("__RequestVerificationToken"), path);
        }
    }

    [Test]
    public async Task ParentsPages_KeepNothingTellNobodyTheirAddressAndRunNoScript()
    {
        var guardian = await rig.Services.GetRequiredService<IGuardianBook>().AddAsync(rig.School, rig.Ali, new GuardianEdit("Parent", "", true), null, default);
        var link = await rig.Services.GetRequiredService<IParentBook>().MakeAsync(rig.School, rig.Ali, guardian!.Value, TimeSpan.FromDays(1), new UserId(Guid.CreateVersion7()), default);
        using var parent = rig.Anonymous();
        foreach (var path in new[] { $"/parent/{link!.Token}", $"/parent/{link.Token}/child", "/parent/wrong" })
        {
            using var answer = await parent.GetAsync(path);
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True, path);
            Assert.That(answer.Headers.GetValues("Referrer-Policy").Single(), Is.EqualTo("no-referrer"), path);
            Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False, path);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.That(page, Does.Contain("</html>").And.Not.Contain("<script").And.Not.Contain("http"), path);
            Assert.That(Inline().Match(page).Value, Is.Empty, path);
        }
    }

    [Test]
    public async Task Cookies_EndWithTheBrowserAndStayOutOfScripts()
    {
        using var client = rig.Anonymous();
        using var answer = await client.SignInAsync(SchoolRig.Mail(SchoolRole.Lead), SchoolRig.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("mediaguard=", StringComparison.Ordinal)).ToUpperInvariant();
        Assert.That(cookie, Does.Contain("HTTPONLY").And.Contain("SAMESITE=LAX").And.Not.Contain("EXPIRES").And.Not.Contain("MAX-AGE").And.Not.Contain("SECURE"));
    }

    [Test]
    public async Task Cookies_OutsideThisMachine_TravelOverTlsOnly()
    {
        using var client = rig.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/sign-in", UriKind.Relative));
        request.Headers.Host = "photos.school.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request);
        Assert.That(answer.Headers.GetValues("Set-Cookie"), Has.All.Contains("secure").IgnoreCase);
    }

    [GeneratedRegex("<form method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<style|\\sstyle=|<script(?![^>]*\\ssrc=)|\\son[a-z]+=\"|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
