using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>Taking back one's own last word leaves everybody else's standing, and what it had replaced and stands against the picture stands again.</summary>
public sealed class UndoneWordTests(string provider) : RecordsFixture(provider)
{
    [TestCase(null, null)]
    [TestCase("website", null)]
    [TestCase(null, "website")]
    [TestCase("website", "website")]
    public async Task Undo_RefusalsOfTwo_TheOtherOnesStands(string? first, string? second)
    {
        var photo = await World.SeenAsync();
        await SayAsync(SchoolWorld.Teacher, new(AttestationKind.RefusedFor) { Media = photo, Channel = Named(first) });
        await SayAsync(SchoolWorld.Office, new(AttestationKind.RefusedFor) { Media = photo, Channel = Named(second) });

        await UndoAsync(SchoolWorld.Office);

        Assert.That(await StandingAsync(photo), Is.EqualTo(new[] { (AttestationKind.RefusedFor, first, (PersonId?)null) }));
    }

    [Test]
    public async Task Undo_SomebodyElseRefusedForOneChannelSince_ThatStands()
    {
        var photo = await World.SeenAsync();
        await SayAsync(SchoolWorld.Office, new(AttestationKind.RefusedFor) { Media = photo });
        await SayAsync(SchoolWorld.Teacher, new(AttestationKind.RefusedFor) { Media = photo, Channel = ChannelId.Website });

        await UndoAsync(SchoolWorld.Office);

        Assert.That(await StandingAsync(photo), Is.EqualTo(new[] { (AttestationKind.RefusedFor, "website", (PersonId?)null) }));
    }

    [Test]
    public async Task Undo_AbsentSaidOverInPicture_TheyAreInItAgain()
    {
        var photo = await World.SeenAsync();
        var child = World.Children[0];
        await SayAsync(SchoolWorld.Teacher, new(AttestationKind.InPicture) { Media = photo, Person = child });
        await SayAsync(SchoolWorld.Office, new(AttestationKind.Absent) { Media = photo, Person = child });

        await UndoAsync(SchoolWorld.Office);

        Assert.That(await StandingAsync(photo), Is.EqualTo(new[] { (AttestationKind.InPicture, (string?)null, (PersonId?)child) }));
    }

    /// <summary>What speaks for a picture never comes back by itself.</summary>
    [Test]
    public async Task Undo_RefusalOverAnApproval_TheApprovalStaysGone()
    {
        var photo = await World.SeenAsync();
        await SayAsync(SchoolWorld.Office, new(AttestationKind.Approved) { Media = photo, Channel = ChannelId.Seesaw });
        await SayAsync(SchoolWorld.Office, new(AttestationKind.RefusedFor) { Media = photo, Channel = ChannelId.Seesaw });

        await UndoAsync(SchoolWorld.Office);

        Assert.That(await StandingAsync(photo), Is.Empty);
    }

    /// <summary>What was said of several pictures in one act goes in one; the act before it, and another person's word since, stay.</summary>
    [Test]
    public async Task Undo_SaidOfSeveralTogether_TakesBackThatActAndNoOther()
    {
        MediaId[] photos = [await World.SeenAsync(), await World.SeenAsync(), await World.SeenAsync()];
        await World.InHeadAsync(head => head.AttestAsync(SchoolWorld.Office, [.. photos.Select(p => SchoolWorld.Say(AttestationKind.NobodyFromOutside, p))], None));
        Rig.Clock.Advance(SchoolWorld.Minute);
        await World.InHeadAsync(head => head.AttestAsync(
            SchoolWorld.Office, [.. photos.Select(p => new NewAttestation(AttestationKind.Approved) { Media = p, Channel = ChannelId.Seesaw })], None));
        await SayAsync(SchoolWorld.Teacher, new(AttestationKind.Absent) { Media = photos[1], Person = World.Children[0] });

        var undone = await World.InHeadReturnsAsync(head => head.UndoAsync(SchoolWorld.Office, None));

        Assert.That(undone.Select(u => u.Key), Is.EqualTo(photos));
        Assert.That(undone.SelectMany(u => u), Is.All.EqualTo(AttestationKind.Approved));
        Assert.That(await StandingAsync(photos[0]), Is.EqualTo(new[] { (AttestationKind.NobodyFromOutside, (string?)null, (PersonId?)null) }));
        Assert.That(await StandingAsync(photos[1]), Is.EquivalentTo(new[]
        {
            (AttestationKind.NobodyFromOutside, (string?)null, (PersonId?)null), (AttestationKind.Absent, null, World.Children[0]),
        }));
        Assert.That((await World.InHeadReturnsAsync(head => head.UndoAsync(SchoolWorld.Office, None))).SelectMany(u => u), Is.EqualTo(Enumerable.Repeat(AttestationKind.NobodyFromOutside, 3)));
        Assert.That(await World.InHeadReturnsAsync(head => head.UndoAsync(SchoolWorld.Office, None)), Is.Empty);
    }

    /// <summary>What the act had replaced stands again on each picture it was said of.</summary>
    [Test]
    public async Task Undo_RefusalsReplacedTogether_EachStandsAgain()
    {
        MediaId[] photos = [await World.SeenAsync(), await World.SeenAsync()];
        await SayAsync(SchoolWorld.Teacher, new(AttestationKind.RefusedFor) { Media = photos[1], Channel = ChannelId.Seesaw });
        await World.InHeadAsync(head => head.AttestAsync(SchoolWorld.Office, [.. photos.Select(p => new NewAttestation(AttestationKind.RefusedFor) { Media = p })], None));

        await UndoAsync(SchoolWorld.Office);

        Assert.That(await StandingAsync(photos[0]), Is.Empty);
        Assert.That(await StandingAsync(photos[1]), Is.EqualTo(new[] { (AttestationKind.RefusedFor, "seesaw", (PersonId?)null) }));
    }

    /// <summary>One of them is under seal by now: nothing of it changes, and the others' words go.</summary>
    [Test]
    public async Task Undo_OneOfSeveralUnderSeal_TakesBackTheOthers()
    {
        MediaId[] photos = [await World.SeenAsync(), await World.SeenAsync()];
        await World.InHeadAsync(head => head.AttestAsync(SchoolWorld.Office, [.. photos.Select(p => SchoolWorld.Say(AttestationKind.NobodyFromOutside, p))], None));
        await World.TrySealAsync(photos[0]);

        var undone = await World.InHeadReturnsAsync(head => head.UndoAsync(SchoolWorld.Office, None));

        Assert.That(undone.Select(u => u.Key), Is.EqualTo(new[] { photos[1] }));
        Assert.That(await StandingAsync(photos[0]), Has.Count.EqualTo(1));
    }

    /// <summary>A contact sheet's photos were drawn for a second look by its word, so it is not taken back at once.</summary>
    [Test]
    public async Task Undo_ContactSheet_TakesNothingBack()
    {
        var photo = await World.DecidedAsync();
        await World.InHeadAsync(async head =>
        {
            var before = await head.ClearedForAsync([photo], None);
            await head.AttestAsync(SchoolWorld.Teacher, [SchoolWorld.Say(AttestationKind.NobodyFromOutside, photo)], None);
            await head.AddBatchAsync(new NewBatch(World.Group, ChannelId.Seesaw, [], ImmutableDictionary<MediaId, ImmutableHashSet<PersonId>>.Empty.Add(photo, [])), SchoolWorld.Teacher, before, [photo], new NoLots(), None);
        });

        Assert.That(await World.InHeadReturnsAsync(head => head.UndoAsync(SchoolWorld.Teacher, None)), Is.Empty);
        Assert.That(await StandingAsync(photo), Has.Count.EqualTo(1));
    }

    private sealed class NoLots : ILots
    {
        public int Below(int limit) => limit - 1;
    }

    private static ChannelId? Named(string? channel) => channel is null ? null : new ChannelId(channel);

    private Task SayAsync(UserId by, NewAttestation said) => World.InHeadAsync(head => head.AttestAsync(by, [said], None));

    private Task UndoAsync(UserId by) => World.InHeadAsync(async head => Assert.That(await head.UndoAsync(by, None), Is.Not.Empty));

    private async Task<List<(AttestationKind, string?, PersonId?)>> StandingAsync(MediaId photo)
    {
        await using var db = World.Open();
        return (await db.Attestations.Where(a => a.MediaId == photo && a.RetractedAt == null).ToListAsync(None)).ConvertAll(a => (a.Kind, a.Channel, a.PersonId));
    }
}
