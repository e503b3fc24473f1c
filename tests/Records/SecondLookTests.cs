using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>Photos attested together wait together until somebody who does not know the first answer has looked at those drawn.</summary>
[Property("Requirement", "C6")]
public sealed class SecondLookTests(string provider) : RecordsFixture(provider)
{
    private static readonly UserId Colleague = new(Guid.CreateVersion7());

    [Test]
    public async Task Batch_OneDrawn_HoldsEveryPhotoUntilSomebodyElseAgrees()
    {
        await AccountAsync(SchoolRole.Office);
        var photos = await PhotosAsync(6);
        var drawn = await SayAsync(SchoolWorld.Teacher, photos, draws: true);
        Assert.That(drawn, Has.Count.EqualTo(1));
        foreach (var photo in photos)
        {
            Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons, Is.EqualTo(nameof(ReasonCode.SecondLookAwaited)));
            Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Withheld));
        }

        Assert.That(await Rig.Views.HeldAsync(World.School, None), Is.Empty, "nobody's turn in the office's queue");
        Assert.That(await LookAsync(drawn[0], SchoolWorld.Teacher), Is.EqualTo(LookResult.NotTheirs));
        Assert.That(await LookAsync(drawn[0], Colleague), Is.EqualTo(LookResult.Agreed));
        foreach (var photo in photos)
        {
            Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared));
            Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Passed));
        }

        Assert.That(await LookAsync(drawn[0], Colleague), Is.EqualTo(LookResult.NotWaiting), "once is enough");
    }

    [Test]
    public async Task Batch_SeveralDrawn_WaitsForTheLast()
    {
        var photos = await PhotosAsync(25);
        var drawn = await SayAsync(SchoolWorld.Teacher, photos, draws: true);
        Assert.That(drawn, Has.Count.EqualTo(2).And.SubsetOf(photos));
        await LookAsync(drawn[0], Colleague);
        Assert.That(await World.VerdictAsync(photos[5]), Is.EqualTo(Verdict.Held));
        await LookAsync(drawn[1], SchoolWorld.Office);
        Assert.That(await World.VerdictAsync(photos[5]), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public async Task Look_SeesSomebodyMore_HoldsTheWholeBatchAndBelievesTheGraverAnswer()
    {
        await RefuseAsync(World.Children[0]);
        var photos = await PhotosAsync(5);
        var drawn = (await SayAsync(SchoolWorld.Teacher, photos, draws: true, absent: [World.Children[0]])).Single();
        Assert.That(await LookAsync(drawn, Colleague, saw: [World.Children[0]]), Is.EqualTo(LookResult.Disagreed));

        Assert.That((await World.SceneAsync(drawn)).Named, Is.EqualTo(new[] { World.Children[0] }));
        Assert.That(await World.VerdictAsync(drawn), Is.EqualTo(Verdict.Refused));
        var other = photos.First(p => p != drawn);
        Assert.That((await World.VerdictsAsync(other)).Single(v => v.IsCurrent).Reasons, Is.EqualTo(nameof(ReasonCode.BatchDisputed)));
        Assert.That((await Rig.Views.HeldAsync(World.School, None)).Select(p => p.Id), Is.EquivalentTo(photos.Except([drawn])), "each waits to be looked at one by one");
        Assert.That((await Rig.Views.PhotosAsync(World.School, [other], Reader.Teacher, None)).Single().NeedsOneByOne, Is.True);

        await World.SayAsync(SchoolWorld.Say(AttestationKind.Approved, other) with { Channel = ChannelId.Seesaw, Reasons = [ReasonCode.BatchDisputed] });
        Assert.That(await World.VerdictAsync(other), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public async Task Batch_ForAnotherChannel_LeavesWhatWasClearedBeforeButForTheOneInDoubt()
    {
        var photos = await PhotosAsync(5);
        await SayAsync(SchoolWorld.Teacher, photos, draws: false);
        foreach (var photo in photos)
        {
            Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Passed));
        }

        await RefuseAsync(World.Children[0], SchoolWorld.Website);
        await World.SayAsync([.. photos.Select(p => SchoolWorld.Say(AttestationKind.AskedFor, p) with { Channel = ChannelId.Website })]);
        var drawn = (await SayAsync(SchoolWorld.Teacher, photos, draws: true, channel: ChannelId.Website, absent: [World.Children[0]])).Single();
        Assert.That(await World.VerdictAsync(photos[1], "website"), Is.EqualTo(Verdict.Held));
        Assert.That(await World.VerdictAsync(photos[1]), Is.EqualTo(Verdict.Cleared));
        Assert.That((await World.ReleasesAsync(photos[1])).Single().State, Is.EqualTo(ReleaseState.Leaving));

        Assert.That(await LookAsync(drawn, Colleague, isSure: false), Is.EqualTo(LookResult.Disagreed));
        var kept = photos.First(p => p != drawn);
        Assert.That(await World.VerdictAsync(kept), Is.EqualTo(Verdict.Cleared), "the first sheet's word stands");
        Assert.That((await World.VerdictsAsync(kept)).Single(v => v.IsCurrent && v.Channel == "website").Reasons, Is.EqualTo(nameof(ReasonCode.BatchDisputed)));
        Assert.That(await World.VerdictAsync(drawn), Is.EqualTo(Verdict.Held), "of the one in doubt nothing stands");
        Assert.That((await World.SceneAsync(drawn)).NobodyFromOutside, Is.False);
        Assert.That((await World.ReleasesAsync(drawn)).Single().State, Is.EqualTo(ReleaseState.Recalling));
    }

    [Test]
    public async Task Batch_OfAFew_IsNotDrawnButCountsTowardsTheNext()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.That(await SayAsync(SchoolWorld.Teacher, await PhotosAsync(4), draws: true), Is.Empty);
        }

        Assert.That(await SayAsync(SchoolWorld.Office, await PhotosAsync(4), draws: true), Is.Empty, "somebody else's count");
        var photos = await PhotosAsync(4);
        Assert.That(await SayAsync(SchoolWorld.Teacher, photos, draws: false), Has.Count.EqualTo(1), "the twentieth");
        Assert.That(await World.VerdictAsync(photos[3]), Is.EqualTo(Verdict.Held));
    }

    [Test]
    public async Task Waiting_IsShownToColleaguesOfTheClassAndTheOfficeButToNobodyWhoAnswered()
    {
        var drawn = (await SayAsync(SchoolWorld.Teacher, await PhotosAsync(5), draws: true)).Single();
        Assert.That(await WaitingAsync(SchoolWorld.Teacher, everyClass: true), Is.Empty, "alone in a school, nobody looks: it stays held");
        Assert.That(await WaitingAsync(Colleague, everyClass: false), Is.Empty, "does not teach the class");
        await World.InHeadAsync(head =>
        {
            head.LetTeach(Colleague, World.Group);
            return Task.CompletedTask;
        });
        Assert.That(await WaitingAsync(Colleague, everyClass: false), Is.EqualTo(new[] { drawn }));
        Assert.That(await WaitingAsync(SchoolWorld.Office, everyClass: true), Is.EqualTo(new[] { drawn }));

        var batch = await BatchOfAsync(drawn);
        var question = await Rig.LookViews.QuestionAsync(World.School, Colleague, false, batch, drawn, None);
        Assert.That(question!.Listed.Select(p => p.Id), Is.EquivalentTo(World.Children));
        Assert.That((question.GroupName, question.ChannelName), Is.EqualTo((SchoolWorld.Folder, "Seesaw")));

        await World.InHeadAsync(head => head.AttestAsync(SchoolWorld.Office, [SchoolWorld.Say(AttestationKind.Absent, drawn) with { Person = World.Children[0] }], None));
        Assert.That(await WaitingAsync(SchoolWorld.Office, everyClass: true), Is.Empty, "has said something about it");
        Assert.That(await LookAsync(drawn, SchoolWorld.Office), Is.EqualTo(LookResult.NotTheirs));
    }

    [Test]
    public async Task Draw_PhotoCanNoLongerBeShown_AnotherTakesItsPlaceAndAtLastNoneWaits()
    {
        var photos = await PhotosAsync(5);
        var drawn = (await SayAsync(SchoolWorld.Teacher, photos, draws: true)).Single();
        var seen = new HashSet<MediaId> { drawn };
        for (var i = 1; i < 5; i++)
        {
            await World.SayAsync(SchoolWorld.Say(AttestationKind.RefusedFor, drawn) with { Reasons = [ReasonCode.NotFitToBeSeen] });
            await World.InHeadAsync(head => head.DrawAnewAsync(new Lot(true), None));
            drawn = (await WaitingAsync(Colleague, everyClass: true)).Single();
            Assert.That(seen.Add(drawn), Is.True);
        }

        await World.SayAsync(SchoolWorld.Say(AttestationKind.RefusedFor, drawn) with { Reasons = [ReasonCode.NotFitToBeSeen] });
        await World.InHeadAsync(async head => Assert.That(await head.DrawAnewAsync(new Lot(true), None), Is.EqualTo(1)));
        Assert.That((await World.SceneAsync(photos[0])).Batches, Is.Empty);
    }

    [Test]
    public async Task Draw_AColleagueSpokeOfThePhoto_AnotherTakesItsPlaceWhileThereIsOne()
    {
        var photos = await PhotosAsync(5);
        var drawn = (await SayAsync(SchoolWorld.Teacher, photos, draws: true)).Single();
        await SpeakAsync(drawn);
        Assert.That(await WaitingAsync(SchoolWorld.Office, everyClass: true), Is.Empty);
        await World.InHeadAsync(head => head.DrawAnewAsync(new Lot(true), None));

        var another = (await WaitingAsync(SchoolWorld.Office, everyClass: true)).Single();
        Assert.That(another, Is.Not.EqualTo(drawn));
        await World.InHeadAsync(head => head.DrawAnewAsync(new Lot(true), None));
        Assert.That(await WaitingAsync(SchoolWorld.Office, everyClass: true), Is.EqualTo(new[] { another }), "nobody else knows of it");

        foreach (var photo in photos)
        {
            await SpeakAsync(photo);
        }

        await World.InHeadAsync(async head => Assert.That(await head.DrawAnewAsync(new Lot(true), None), Is.Zero, "it still waits"));
        Assert.That(await WaitingAsync(Colleague, everyClass: true), Is.EqualTo(new[] { another }));

        Task SpeakAsync(MediaId photo) => World.InHeadAsync(head => head.AttestAsync(SchoolWorld.Office, [SchoolWorld.Say(AttestationKind.Absent, photo) with { Person = World.Children[0] }], None));
    }

    [Test]
    public async Task Draw_NobodyLeftWhoMayLook_WaitsInTheOfficesQueue()
    {
        var (teacher, office) = (await AccountAsync(SchoolRole.Teacher), await AccountAsync(SchoolRole.Office));
        await World.InHeadAsync(head =>
        {
            head.LetTeach(teacher, World.Group);
            return Task.CompletedTask;
        });
        var photos = await PhotosAsync(5);
        var drawn = (await SayAsync(teacher, photos, draws: true)).Single();
        Assert.That(await HeldAsync(), Is.Empty, "the office may look");

        foreach (var photo in photos)
        {
            await World.InHeadAsync(head => head.AttestAsync(office, [SchoolWorld.Say(AttestationKind.Absent, photo) with { Person = World.Children[0] }], None));
        }

        await World.InHeadAsync(head => head.DrawAnewAsync(new Lot(true), None));
        Assert.That(await WaitingAsync(office, everyClass: true), Is.Empty);
        Assert.That(await WaitingAsync(teacher, everyClass: false), Is.Empty);
        Assert.That(await HeldAsync(), Is.EqualTo(new[] { drawn }));
        Assert.That(await Rig.Views.HeldIdsAsync(World.School, None), Is.EqualTo(new[] { drawn }));
        Assert.That((await Rig.LeadViews.StateAsync(World.School, None)).Held.Sum(h => h.Count), Is.EqualTo(1));

        await AccountAsync(SchoolRole.Office, isDisabled: true);
        await AccountAsync(SchoolRole.Lead);
        var another = await AccountAsync(SchoolRole.Teacher);
        Assert.That(await HeldAsync(), Is.EqualTo(new[] { drawn }), "none of these may look");
        await World.InHeadAsync(head =>
        {
            head.LetTeach(another, World.Group);
            return Task.CompletedTask;
        });
        Assert.That(await HeldAsync(), Is.Empty);
        Assert.That(await WaitingAsync(another, everyClass: false), Is.EqualTo(new[] { drawn }));

        async Task<List<MediaId>> HeldAsync() => [.. (await Rig.Views.HeldAsync(World.School, None)).Select(p => p.Id)];
    }

    private async Task<UserId> AccountAsync(string role, bool isDisabled = false)
    {
        await using var db = World.Open();
        var held = await db.Roles.FirstOrDefaultAsync(r => r.Name == role, None) ?? db.Roles.Add(new SchoolRole(role)).Entity;
        var user = db.Users.Add(new SchoolUser { SchoolId = World.School, UserName = Guid.CreateVersion7().ToString("N"), LockoutEnd = isDisabled ? DateTimeOffset.MaxValue : null }).Entity;
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = held.Id });
        await db.SaveChangesAsync(None);
        return new UserId(user.Id);
    }

    private async Task<List<MediaId>> PhotosAsync(int count)
    {
        var photos = new List<MediaId>();
        for (var i = 0; i < count; i++)
        {
            photos.Add(await World.DecidedAsync());
        }

        return photos;
    }

    /// <summary>Nobody from outside is in any of them and the absent in none, as a contact sheet says; everybody was asked about.</summary>
    /// <param name="draws">Where chance decides, whether it draws one.</param>
    /// <returns>The drawn ones.</returns>
    private async Task<List<MediaId>> SayAsync(UserId by, List<MediaId> photos, bool draws, ChannelId? channel = null, params PersonId[] absent)
    {
        var said = photos.SelectMany(p => absent.Select(a => SchoolWorld.Say(AttestationKind.Absent, p) with { Person = a }).Append(SchoolWorld.Say(AttestationKind.NobodyFromOutside, p))).ToArray();
        var batch = new NewBatch(World.Group, channel ?? ChannelId.Seesaw, [.. World.Children], photos.ToImmutableDictionary(p => p, _ => ImmutableHashSet<PersonId>.Empty));
        await World.InHeadAsync(async head =>
        {
            var before = await head.ClearedForAsync(photos, None);
            await head.AttestAsync(by, said, None);
            await head.FlushAsync(None);
            await head.AddBatchAsync(batch, by, before, photos, new Lot(draws), None);
            await head.FlushAsync(None);
            await DecideAsync(head, photos);
        });
        await using var db = World.Open();
        return [.. (await db.BatchItems.AsNoTracking().Where(i => i.Look == LookState.Waiting).Select(i => i.MediaId).ToListAsync(None)).Intersect(photos)];
    }

    private async Task<LookResult> LookAsync(MediaId media, UserId by, bool isSure = true, params PersonId[] saw)
    {
        var answer = new LookAnswer(await BatchOfAsync(media), media, [.. saw], isSure);
        var result = LookResult.NotWaiting;
        await World.InHeadAsync(async head =>
        {
            (result, var again) = await head.LookAgainAsync(answer, by, None);
            await DecideAsync(head, again);
        });
        return result;
    }

    private static async Task DecideAsync(HeadTransaction head, IReadOnlyCollection<MediaId> photos)
    {
        foreach (var photo in photos)
        {
            await SchoolWorld.DecideAsync(head, photo);
        }
    }

    private async Task<Guid> BatchOfAsync(MediaId drawn)
    {
        await using var db = World.Open();
        return await db.BatchItems.Where(i => i.MediaId == drawn && i.Look != LookState.NotDrawn).Select(i => i.BatchId).SingleAsync(None);
    }

    private async Task<List<MediaId>> WaitingAsync(UserId who, bool everyClass) =>
        [.. (await Rig.LookViews.WaitingAsync(World.School, who, everyClass, None)).Select(w => w.Media)];

    private Task RefuseAsync(PersonId child, PurposeId? purpose = null) => World.RecordAsync(child, purpose ?? SchoolWorld.Seesaw, ConsentAnswer.Refused);

    private sealed class Lot(bool draws) : ILots
    {
        public int Below(int limit) => draws ? 0 : limit - 1;
    }
}
