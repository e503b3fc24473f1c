using System.Net;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Journey.Website;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>Captions are held against the register before they are accepted, and again whenever they leave.</summary>
[Property("Requirement", "M3")]
public sealed class CaptionTests
{
    private SchoolRig rig = null!;
    private SchoolClient editor = null!;
    private PersonId named;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync();
        await rig.ClearAsync(rig.ElmPhoto);
        await using (var head = await rig.Services.GetRequiredService<IHeads>().BeginAsync(rig.School, default))
        {
            foreach (var name in new[] { "May Sorrelby", "Rose Whitlam", "Grace Applegarth", "Jack Harrowgate" })
            {
                head.AddPerson(new NewPerson(PersonKind.Pupil, name, name.Split(' ')[0]), null);
            }

            head.AddPerson(new NewPerson(PersonKind.Pupil, "William Haverstock", "Will"), null);
            head.AddPerson(new NewPerson(PersonKind.Pupil, "Amelia Stonecrop", "Amelia") { Nicknames = "Mimsy" }, null);
            head.AddPerson(new NewPerson(PersonKind.Staff, "Ms Rowena Teasdale", "Ms Rowena Teasdale"), null);
            named = head.AddPerson(new NewPerson(PersonKind.Pupil, "Zebedee Quillfeather", "Zebedee"), null);
            head.RecordConsent(named, PurposeId.Names, ConsentAnswer.Given, head.Today.AddDays(-1), null, "form", "", null);
            await head.CommitAsync(default);
        }

        editor = await rig.AsAsync(SchoolRole.Editor);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [TestCase("Amelia Stonecrop won", "Amelia Stonecrop")]
    [TestCase("Our winner is stonecrop, amelia!", "stonecrop, amelia")]
    [TestCase("amelia at the fair", "amelia")]
    [TestCase("Well done Amelia’s team", "Amelia")]
    [TestCase("Mimsy and friends", "Mimsy")]
    [TestCase("The cup goes to A. Stonecrop", "A. Stonecrop")]
    [TestCase("The cup goes to AmeliaS", "AmeliaS")]
    [TestCase("Ame\u0301lia’s cup", "Ame\u0301lia")]
    [TestCase("painting with Rose today", "Rose")]
    [TestCase("Amelia and Rose", "Amelia")]
    [TestCase("Grace Applegarth sings", "Grace Applegarth")]
    [TestCase("Ms Teasdale’s garden", "Teasdale")]
    public async Task Caption_ThatNamesSomebody_IsRefusedWithTheWords(string text, string words)
    {
        foreach (var field in new[] { "text", "alt" })
        {
            var page = await SaveAsync(HttpStatusCode.OK, (field, text));
            Assert.That(page, Does.Contain("it names somebody").And.Contain($"“{words}”"));
        }

        Assert.That(await ReadAsync(), Is.Null);
    }

    /// <remarks>Neither blocked nor let through without a word: a person says which it is.</remarks>
    [TestCase("May we show you round?", "May")]
    [TestCase("We planted seeds in May", "May")]
    [TestCase("a rose in the garden", "rose")]
    [TestCase("Will it float?", "Will")]
    [TestCase("Dancing with grace", "grace")]
    [TestCase("Jack and the Beanstalk", "Jack")]
    [TestCase("a jack in the box", "jack")]
    [TestCase("Jack of all trades", "Jack")]
    public async Task Caption_WithAnEverydayWordThatIsAName_AsksAndTakesTheAnswer(string text, string word)
    {
        var asked = await SaveAsync(HttpStatusCode.OK, ("text", text));
        Assert.That(asked, Does.Contain("is a person meant?").And.Contain($"“{word}” is the everyday word here").And.Contain($"name=\"ordinary\" value=\"{word}\""));
        Assert.That(await ReadAsync(), Is.Null);

        Assert.That(await SaveAsync(HttpStatusCode.OK, ("text", text), ("ordinary", "another")), Does.Contain("is a person meant?"));
        await SaveAsync(HttpStatusCode.Found, ("text", text), ("ordinary", word));
        Assert.That(await ReadAsync(), Is.EqualTo(new Caption(text, "", MayLeave: true)));
        await SaveAsync(HttpStatusCode.Found);
        Assert.That(await ReadAsync(), Is.Null, "an empty one is removed");
    }

    [Test]
    public async Task Caption_SaidToBeEveryday_DoesNotExcuseAName()
    {
        Assert.That(await SaveAsync(HttpStatusCode.OK, ("text", "Rose Whitlam won"), ("ordinary", "Rose Whitlam"), ("ordinary", "Rose")), Does.Contain("it names somebody"));
        Assert.That(await ReadAsync(), Is.Null);
    }

    [TestCase("A pupil of Year 3 at sports day")]
    [TestCase("The winners of the cup")]
    public async Task Caption_WithoutAName_IsSavedAtOnce(string text)
    {
        await SaveAsync(HttpStatusCode.Found, ("text", text), ("alt", "Children on a field"));
        Assert.That(await ReadAsync(), Is.EqualTo(new Caption(text, "Children on a field", MayLeave: true)));
        Assert.That(await editor.ReadAsync("/editor"), Does.Contain(text));
        await SaveAsync(HttpStatusCode.Found);
    }

    [Test]
    public async Task Caption_TooLong_SaysHowLongItMayBe() =>
        Assert.That(await SaveAsync(HttpStatusCode.OK, ("text", new string('x', 501))), Does.Contain("it is too long").And.Contain("500"));

    [Test]
    public async Task Caption_OfSomebodyWhoAgreedToBeNamed_LeavesUntilTheYesEnds()
    {
        await SaveAsync(HttpStatusCode.Found, ("text", "Zebedee Quillfeather won"));
        Assert.That((await ReadAsync())!.MayLeave);
        await using (var head = await rig.Services.GetRequiredService<IHeads>().BeginAsync(rig.School, default))
        {
            head.RecordConsent(named, PurposeId.Names, ConsentAnswer.Refused, head.Today, null, "form", "", null);
            await head.CommitAsync(default);
        }

        Assert.That((await ReadAsync())!.MayLeave, Is.False);
        Assert.That(await editor.ReadAsync("/editor"), Does.Contain("1 caption is held back").And.Not.Contain("Zebedee"));
        Assert.That(await editor.ReadAsync($"/editor/picture/{rig.ElmPhoto}"), Does.Contain("Held back"));

        await rig.Services.GetRequiredService<IRegisterBook>().EraseAsync(rig.School, named, new UserId(Guid.CreateVersion7()), default);
        Assert.That(await ReadAsync(), Is.Null, "erasing takes the caption that names");
    }

    [Test]
    public async Task Caption_OnceSomebodyOfThatNameJoins_IsHeldBack()
    {
        await SaveAsync(HttpStatusCode.Found, ("text", "The story of Ottoline"));
        Assert.That((await ReadAsync())!.MayLeave);
        await using (var head = await rig.Services.GetRequiredService<IHeads>().BeginAsync(rig.School, default))
        {
            head.AddPerson(new NewPerson(PersonKind.Pupil, "Ottoline Vetchley", "Ottoline"), null);
            await head.CommitAsync(default);
        }

        Assert.That((await ReadAsync())!.MayLeave, Is.False);
        await SaveAsync(HttpStatusCode.Found);
    }

    private async Task<string> SaveAsync(HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        var path = $"/editor/picture/{rig.ElmPhoto}";
        using var answer = await editor.PostAsync(path + "?handler=Caption", fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), path);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.StatusCode, Is.EqualTo(expected), page);
        return page;
    }

    private async Task<Caption?> ReadAsync() =>
        (await rig.Services.GetRequiredService<ICaptions>().ReadAsync(rig.School, [rig.ElmPhoto], ChannelId.Website, default)).GetValueOrDefault(rig.ElmPhoto);
}
