using System.Net;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Scenes;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>A class where everybody permits it and Bea is enrolled: what is suggested is confirmed with one tap, and not once matching is off.</summary>
public sealed class SuggestionPagesTests
{
    private SchoolRig rig = null!;

    [SetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync(s => s.AddSingleton<IFaceMatcher, NamingMatcher>());
        await InHeadAsync(head => head.ChooseMatchingAsync(new MatchingChoice(true, new DateOnly(2026, 1, 5), "DPIA 7", "Jo", false, null), default, default));
        await InHeadAsync(head => head.ChooseGroupMatchingAsync(rig.Oak, true, default, default));
        foreach (var person in await rig.Views.PeopleAsync(rig.School, rig.Oak, default))
        {
            await InHeadAsync(head =>
            {
                var guardian = head.AddGuardian(person.Id, "A parent", head.Today, null);
                head.RecordConsent(person.Id, BiometricPerson.Purpose, ConsentAnswer.Given, head.Today, null, "form", "drawer 2", null, guardian: guardian);
                return Task.FromResult(true);
            });
        }

        Assert.That(await EnrolAsync(rig.Services.GetRequiredService<IEmbeddingModel>().Version), Is.True);
    }

    [TearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [TestCase("teacher")]
    [TestCase("office")]
    public async Task Suggested_OneTap_PutsTheNameOnTheFace(string role)
    {
        var photo = await rig.TakeAsync("Oak/suggested.png", DrawnPicture.Of(60, 150, 100));
        var (page, face) = ($"/{role}/picture/{photo}", (await rig.DetailAsync(photo)).Faces.Single());
        Assert.That((face.Suggested, face.Name), Is.EqualTo((rig.Bea, (string?)null)));
        var who = await rig.AsAsync(role);
        Assert.That(await who.ReadAsync(page), Does.Contain("Yes, it is Bea"));

        using var answer = await who.PostAsync($"{page}?handler=Suggested&face={face.Id}", [], page);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        var named = await rig.DetailAsync(photo);
        Assert.That((named.Faces.Single().Name, named.Photo.Named.Single()), Is.EqualTo(("Bea Birchall", rig.Bea)));
        Assert.That(await who.ReadAsync(page), Does.Not.Contain("Yes, it is"));
        using var again = await who.PostAsync($"{page}?handler=Suggested&face={face.Id}", [], page);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "nobody is suggested any more");
    }

    [TestCase("/lead/matching?handler=Choose", "on=false")]
    [TestCase("/lead/matching?handler=Group", "on=false&group={oak}")]
    public async Task Suggested_MatchingSwitchedOff_IsNoLongerOffered(string path, string form)
    {
        var photo = await rig.TakeAsync("Oak/suggested.png", DrawnPicture.Of(60, 150, 100));
        var (page, face) = ($"/teacher/picture/{photo}", (await rig.DetailAsync(photo)).Faces.Single());
        var (lead, teacher) = (await rig.AsAsync(SchoolRole.Lead), await rig.AsAsync(SchoolRole.Teacher));
        Assert.That(await teacher.ReadAsync(page), Does.Contain("Yes, it is Bea"));

        var fields = form.Replace("{oak}", rig.Oak.ToString(), StringComparison.Ordinal).Split('&').Select(f => KeyValuePair.Create(f.Split('=')[0], f.Split('=')[1]));
        using var off = await lead.PostAsync(path, fields, "/lead/matching");
        Assert.That(off.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await teacher.ReadAsync(page), Does.Not.Contain("Yes, it is"));
        using var late = await teacher.PostAsync($"{page}?handler=Suggested&face={face.Id}", [], page);
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await rig.DetailAsync(photo)).Photo.Named, Is.Empty);
    }

    [Test]
    public async Task Template_OfAnotherModel_SuggestsNothingAndShowsAsToBeEnrolledAgain()
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        Assert.That(await lead.ReadAsync("/lead/matching"), Does.Not.Contain("To be enrolled again"));
        await EnrolAsync("sface-older@00000000");
        Assert.That(await lead.ReadAsync("/lead/matching"), Does.Contain("Bea Birchall").And.Contain("To be enrolled again"));
        Assert.That(await lead.ReadAsync($"/lead/matching/{rig.Bea}"), Does.Contain("To be enrolled again").And.Contain("compared with nothing"));
        var photo = await rig.TakeAsync("Oak/later.png", DrawnPicture.Of(60, 150, 100));
        Assert.That((await rig.DetailAsync(photo)).Faces.Single().Suggested, Is.Null);
    }

    private Task<bool> EnrolAsync(string model) => InHeadAsync(head =>
        head.EnrolAsync(rig.Bea, FaceEmbedding.Of([.. Enumerable.Range(1, FaceEmbedding.Size).Select(i => (float)i)]), model, 1, [], default, default));

    private async Task<T> InHeadAsync<T>(Func<HeadTransaction, Task<T>> work)
    {
        await using var head = await rig.Services.GetRequiredService<IHeads>().BeginAsync(rig.School, default);
        var result = await work(head);
        await head.CommitAsync(default);
        return result;
    }
}
