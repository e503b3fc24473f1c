using System.Globalization;
using System.Net;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>The office decides a burst together: each picture has words and a verdict of its own, and one undo takes back the whole act. On both databases.</summary>
[TestFixture("sqlite")]
[TestFixture("postgres", Category = "Postgres")]
public sealed class AlikeStoryTests(string provider)
{
    private SchoolRig rig = null!;
    private SchoolClient office = null!;

    [SetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync(
            ("Database:Provider", provider),
            ("Database:ConnectionString", provider == "postgres" ? await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() : ""));
        office = await rig.AsAsync(SchoolRole.Office);
    }

    [TearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Burst_DecidedTogether_EachByItsOwnVerdictAndUndoneInOnePress()
    {
        var burst = await BurstAsync("one", "Ali Ashgrove", "two", "three", "four");
        var (shown, others, odd) = (burst[4], burst[..4], burst[1]);
        var page = await office.ReadAsync($"/office/picture/{shown}");
        Assert.That(page, Does.Contain("4 more look like this one"));
        Assert.That(page, Does.Not.Contain("checked"), "nothing is ticked for anybody");
        Assert.That(rig.OakPhotos.Select(p => page.Contains($"also-{p}", StringComparison.Ordinal)), Has.None.True, "of the same class and day, and quite other pictures");

        await SayAsync(shown, "None", others, ("listed", rig.Ali.ToString()));
        Assert.That(await office.ReadAsync($"/office/picture/{shown}"), Does.Contain("Said of 5 pictures.").And.Contain("checked"), "what is ticked stays so while the picture is open");
        await SayAsync(shown, "Outside", others);
        Assert.That(await VerdictsAsync(burst), Is.All.EqualTo(Verdict.Held));
        Assert.That((await rig.DetailAsync(odd)).Absent, Is.EqualTo(new[] { rig.Ali }));

        var approved = await SayAsync(shown, "Approve&channel=seesaw", others);
        Assert.That(await VerdictsAsync(burst), Is.EqualTo(new[] { Verdict.Cleared, Verdict.Held, Verdict.Cleared, Verdict.Cleared, Verdict.Cleared }));
        Assert.That(await CodesAsync(odd), Is.EqualTo(new[] { ReasonCode.NameHint }), "a doubt of its own");
        var next = await office.ReadAsync(approved.Headers.Location!.ToString());
        Assert.That(next, Does.Contain("4 of 5 pictures").And.Contain("Of those you ticked, still waiting").And.Contain($"/office/picture/{odd}"));
        Assert.That(next.Split("left-title")[^1].Split("</section>")[0], Does.Contain("mentions somebody who is said not to be in it"), "with its reason");

        var rows = (await AttestationsAsync(burst)).Where(a => a.Kind == AttestationKind.Approved).ToList();
        Assert.That(rows.Select(a => a.MediaId), Is.EquivalentTo(burst.Cast<MediaId?>()));
        Assert.That(rows.Select(a => (a.RenditionId, a.FaceCount)), Is.EquivalentTo(burst.Select(b => ((RenditionId?)new RenditionId(b.Value), 1))), "each of its own rendition and boxes");
        Assert.That(await LookedAtAsync(), Is.EquivalentTo(others), "an approval is a look");

        await RefuseAsTeacherAsync(burst[2]);
        Assert.That(await UndoAsync(), Is.EqualTo($"/office/picture/{burst[0]}"));
        Assert.That(await office.ReadAsync($"/office/picture/{shown}"), Does.Contain("of 4 pictures. Here is the oldest of them."), "the teacher’s refusal ended the approval of the fifth");
        Assert.That(await VerdictsAsync(burst), Is.EqualTo(new[] { Verdict.Held, Verdict.Held, Verdict.Refused, Verdict.Held, Verdict.Held }), "the teacher's word since then stays");
        Assert.That((await Task.WhenAll(burst.Select(rig.DetailAsync))).Select(d => d.NobodyFromOutside), Is.All.True, "only the last act");

        await UndoAsync();
        Assert.That((await Task.WhenAll(burst.Select(rig.DetailAsync))).Select(d => (d.NobodyFromOutside, d.Absent.Count)), Is.All.EqualTo((false, 1)));
    }

    [Test]
    public async Task Refuse_WithTheTicked_RefusesThemAndNoOther()
    {
        var burst = await BurstAsync("one", "two", "three");

        await SayAsync(burst[0], "Refuse", [burst[1]]);

        Assert.That(await VerdictsAsync(burst), Is.EqualTo(new[] { Verdict.Refused, Verdict.Refused, Verdict.Held }));
    }

    [Test]
    public async Task Ticked_WhatDoesNotLookLikeItOrWaitsNoMore_IsLeftAlone()
    {
        var burst = await BurstAsync("one", "two", "three");
        await rig.Services.GetRequiredService<IHumanActs>().SealAsync(rig.School, Somebody(), burst[1], "a worry", false, default);
        var before = await AttestationsAsync([burst[1], rig.OakPhotos[0], rig.ElmPhoto]);

        await SayAsync(burst[0], "Outside", [burst[1], rig.OakPhotos[0], rig.ElmPhoto, MediaId.New()]);

        Assert.That((await rig.DetailAsync(burst[0])).NobodyFromOutside, Is.True);
        Assert.That((await AttestationsAsync([burst[1], rig.OakPhotos[0], rig.ElmPhoto])).Select(a => a.Id), Is.EquivalentTo(before.Select(a => a.Id)));
    }

    /// <summary>Another class was with the first picture, and the others are not known to show it: that nobody is from outside both says nothing of them.</summary>
    [Test]
    public async Task Outside_WhereMorePeopleMayBeInTheFirst_IsNotSaidOfTheOthers()
    {
        var burst = await BurstAsync("one", "two");
        await SayAsync(burst[0], "WithClass", burst[1..], ("group", rig.Elm.ToString()));

        await SayAsync(burst[0], "Outside", burst[1..]);

        Assert.That((await rig.DetailAsync(burst[0])).NobodyFromOutside, Is.True);
        Assert.That((await rig.DetailAsync(burst[1])).NobodyFromOutside, Is.False);
        Assert.That(await office.ReadAsync($"/office/picture/{burst[0]}"), Does.Contain("and of 0 of the 1 ticked"));
    }

    /// <summary>Names on faces are not copied, so "nobody else" is said only where the same people are named.</summary>
    [Test]
    public async Task NobodyElse_WhereOthersAreNamed_IsNotSaid()
    {
        var burst = await BurstAsync("one", "two", "three");
        var face = (await rig.DetailAsync(burst[0])).Faces[0].Id;
        await SayAsync(burst[0], "Name", burst[1..], ("face", face.Value.ToString()), ("person", rig.Bea.ToString()));
        Assert.That((await rig.DetailAsync(burst[1])).Photo.Named, Is.Empty);
        await SayAsync(burst[2], "In", [], ("person", rig.Bea.ToString()));

        await SayAsync(burst[0], "NobodyElse", burst[1..]);

        Assert.That((await Task.WhenAll(burst.Select(rig.DetailAsync))).Select(d => d.NobodyElse), Is.EqualTo(new[] { true, false, true }));
    }

    [Test]
    public async Task None_WhereSomebodyListedIsNamed_LeavesThemInIt()
    {
        var burst = await BurstAsync("one", "two");
        await SayAsync(burst[1], "In", [], ("person", rig.Bea.ToString()));

        await SayAsync(burst[0], "None", burst[1..], ("listed", rig.Ali.ToString()), ("listed", rig.Bea.ToString()));

        var other = await rig.DetailAsync(burst[1]);
        Assert.That((other.Photo.Named, other.Absent), Is.EqualTo((new[] { rig.Bea }, new[] { rig.Ali })));
    }

    /// <summary>An approval would end a colleague's refusal; of a picture that was only ticked it does not.</summary>
    [Test]
    public async Task Approve_WhereAColleagueRefused_LeavesTheRefusal()
    {
        var burst = await BurstAsync("one", "two");
        await SayAsync(burst[0], "None", burst[1..], ("listed", rig.Ali.ToString()), ("listed", rig.Bea.ToString()));
        await SayAsync(burst[0], "Outside", burst[1..]);
        var acts = rig.Services.GetRequiredService<IHumanActs>();
        await acts.SayAsync(
            rig.School,
            Somebody(),
            [
                new(AttestationKind.AskedFor) { Media = burst[1], Channel = ChannelId.Website },
                new(AttestationKind.RefusedFor) { Media = burst[1], Channel = ChannelId.Seesaw, Reasons = [ReasonCode.RefusedByOffice] },
            ],
            default);
        Assert.That(await office.ReadAsync($"/office/picture/{burst[0]}"), Does.Contain("1 more looks like this one"), "it waits for the website");

        await SayAsync(burst[0], "Approve&channel=seesaw", burst[1..]);

        Assert.That(await VerdictsAsync(burst), Is.EqualTo(new[] { Verdict.Cleared, Verdict.Refused }));
    }

    [Test]
    public async Task Approve_FromAPageOpenedBeforeAColleagueRefused_LeavesTheRefusal([Values] bool everywhere)
    {
        var burst = await BurstAsync("one", "two");
        await SayAsync(burst[0], "None", burst[1..], ("listed", rig.Ali.ToString()));
        await SayAsync(burst[0], "Outside", burst[1..]);
        await rig.Services.GetRequiredService<IHumanActs>().SayAsync(
            rig.School, Somebody(), [new(AttestationKind.RefusedFor) { Media = burst[0], Channel = everywhere ? null : ChannelId.Seesaw, Reasons = [ReasonCode.RefusedByOffice] }], default);

        await SayAsync(burst[0], "Approve&channel=seesaw", burst[1..]);

        Assert.That(await VerdictsAsync(burst), Is.EqualTo(new[] { Verdict.Refused, Verdict.Held }));
        Assert.That((await AttestationsAsync(burst)).Where(a => a.Kind == AttestationKind.Approved), Is.Empty);
        Assert.That(await office.ReadAsync($"/office/picture/{burst[0]}"), Does.Contain("Not approved: it was refused for Seesaw meanwhile. To reconsider, take back the refusal."));

        await SayAsync(burst[0], "TakeBack&kind=RefusedFor", []);
        await SayAsync(burst[0], "Approve&channel=seesaw", []);
        Assert.That((await VerdictsAsync(burst)).First(), Is.EqualTo(Verdict.Cleared));
    }

    /// <summary>The page was opened before the doubt about the name came up.</summary>
    [Test]
    public async Task Approve_ADoubtThatWasNotShown_Stands()
    {
        var photo = (await BurstAsync("Ali Ashgrove"))[0];
        await SayAsync(photo, "None", [], ("listed", rig.Ali.ToString()));
        await SayAsync(photo, "Outside", []);
        var doubts = await CodesAsync(photo);
        Assert.That(doubts, Does.Contain(ReasonCode.NameHint));

        await SayAsync(photo, "Approve&channel=seesaw", [], ("shown[seesaw]", string.Join(' ', doubts.Select(d => $"{d}").Append($"{ReasonCode.NameHint}:{rig.Bea}"))));

        Assert.That(await CodesAsync(photo), Is.EqualTo(new[] { ReasonCode.NameHint }));
        Assert.That(await office.ReadAsync($"/office/picture/{photo}"), Does.Contain("something came up after you had opened the page. Look at what is listed there, and approve again."));
        await SayAsync(photo, "Approve&channel=seesaw", []);
        Assert.That((await VerdictsAsync([photo])).Single(), Is.EqualTo(Verdict.Cleared));
    }

    /// <summary>What leaves for the channel is not what was looked at.</summary>
    [Test]
    public async Task Approve_OneLeavesBlurred_IsNotApproved()
    {
        var burst = await BurstAsync("one", "two");
        var face = (await rig.DetailAsync(burst[1])).Faces[0].Id;
        await SayAsync(burst[1], "Blur&channel=seesaw", [], ("face", face.Value.ToString()));

        await SayAsync(burst[0], "Approve&channel=seesaw", burst[1..]);

        Assert.That((await AttestationsAsync(burst)).Where(a => a.Kind == AttestationKind.Approved).Select(a => a.MediaId), Is.EqualTo(new MediaId?[] { burst[0] }));
    }

    /// <summary>Both were answered differently by whoever looked again: each goes on once it was looked at alone.</summary>
    [Test]
    public async Task Approve_BatchesInDispute_EndsThatOfTheOpenOneOnly()
    {
        var burst = await BurstAsync("one", "two");
        await DisputeAsync(burst);
        await SayAsync(burst[0], "None", burst[1..], ("listed", rig.Ali.ToString()));
        await SayAsync(burst[0], "Outside", burst[1..]);

        await SayAsync(burst[0], "Approve&channel=seesaw", burst[1..]);

        Assert.That(await VerdictsAsync(burst), Is.EqualTo(new[] { Verdict.Cleared, Verdict.Held }));
        Assert.That(await CodesAsync(burst[1]), Is.EqualTo(new[] { ReasonCode.BatchDisputed }));
    }

    private async Task DisputeAsync(IEnumerable<MediaId> photos)
    {
        await using var db = rig.Services.GetRequiredService<IRecordsFactory>().Open(rig.School);
        var batch = new BatchRow { SchoolId = rig.School, Id = Guid.CreateVersion7(), GroupId = rig.Oak, Channel = "seesaw", By = Somebody(), State = BatchState.Disputed };
        db.Batches.Add(batch);
        db.BatchItems.AddRange(photos.Select(p => new BatchItemRow { SchoolId = rig.School, BatchId = batch.Id, MediaId = p, Look = LookState.Disagreed }));
        await db.SaveChangesAsync();
    }

    private async Task<MediaId[]> BurstAsync(params string[] names)
    {
        var burst = new List<MediaId>();
        foreach (var name in names)
        {
            burst.Add(await rig.TakeAsync(string.Create(CultureInfo.InvariantCulture, $"Oak/{name}.png"), DrawnPicture.Shot(7, (byte)burst.Count)));
        }

        return [.. burst];
    }

    private async Task<HttpResponseMessage> SayAsync(MediaId shown, string handler, IEnumerable<MediaId> ticked, params (string Name, string Value)[] fields)
    {
        var answer = await office.PostAsync($"/office/picture/{shown}?handler={handler}", fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Concat(ticked.Select(t => KeyValuePair.Create("also", t.ToString()))), $"/office/picture/{shown}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), handler);
        return answer;
    }

    private async Task<string?> UndoAsync()
    {
        using var answer = await office.PostAsync("/office?handler=Undo", [], "/office");
        return answer.Headers.Location?.ToString();
    }

    private async Task RefuseAsTeacherAsync(MediaId photo)
    {
        using var said = await (await rig.AsAsync(SchoolRole.Teacher)).PostAsync($"/teacher/picture/{photo}?handler=Unfit", [], $"/teacher/picture/{photo}");
        Assert.That(said.StatusCode, Is.EqualTo(HttpStatusCode.Found));
    }

    private static UserId Somebody() => new(Guid.CreateVersion7());

    private async Task<IEnumerable<Verdict?>> VerdictsAsync(IEnumerable<MediaId> photos) => (await Task.WhenAll(photos.Select(rig.PhotoAsync))).Select(p => p.On(ChannelId.Seesaw)!.Verdict);

    private async Task<IEnumerable<ReasonCode>> CodesAsync(MediaId photo) => (await rig.PhotoAsync(photo)).On(ChannelId.Seesaw)!.Reasons.Select(r => r.Code);

    private async Task<List<AttestationRow>> AttestationsAsync(IEnumerable<MediaId> photos)
    {
        var ids = photos.Select(p => (MediaId?)p).ToList();
        await using var db = rig.Services.GetRequiredService<IRecordsFactory>().Open(rig.School);
        return await db.Attestations.AsNoTracking().Where(a => ids.Contains(a.MediaId)).ToListAsync();
    }

    private async Task<List<MediaId>> LookedAtAsync()
    {
        await rig.Services.GetRequiredService<ISideLog>().FlushAsync(default);
        await using var db = rig.Services.GetRequiredService<IRecordsFactory>().Open(rig.School);
        return await db.Views.Select(v => v.MediaId).ToListAsync();
    }
}
