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

    private static ChannelId? Named(string? channel) => channel is null ? null : new ChannelId(channel);

    private Task SayAsync(UserId by, NewAttestation said) => World.InHeadAsync(head => head.AttestAsync(by, [said], None));

    private Task UndoAsync(UserId by) => World.InHeadAsync(async head => Assert.That(await head.UndoAsync(by, None), Is.Not.Null));

    private async Task<List<(AttestationKind, string?, PersonId?)>> StandingAsync(MediaId photo)
    {
        await using var db = World.Open();
        return (await db.Attestations.Where(a => a.MediaId == photo && a.RetractedAt == null).ToListAsync(None)).ConvertAll(a => (a.Kind, a.Channel, a.PersonId));
    }
}
