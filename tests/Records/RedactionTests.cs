using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>Somebody is blurred or cropped out for one channel: that channel's rendition, scene, verdict and copies, and no other's.</summary>
/// <remarks>Two faces, named after two children, nobody else; asked for on both channels. The second child is the one blurred.</remarks>
public sealed class RedactionTests(string provider) : RecordsFixture(provider)
{
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);
    private static readonly ChannelId Site = ChannelId.Website;

    private PersonId Ben => World.Children[1];

    [Test]
    public async Task Blur_ForTheWebsite_TakesItsUnblurredCopyBackAndLeavesSeesawsAlone()
    {
        var photo = await OutOnBothAsync();
        await BlurAsync(photo, Site);
        Assert.That((await World.VerdictAsync(photo), await World.VerdictAsync(photo, "website")), Is.EqualTo((Verdict.Cleared, Verdict.Held)));
        Assert.That(await ReasonsAsync(photo, Site), Does.Contain(ReasonCode.RedactionNotReady));
        Assert.That((await World.ReleasesAsync(photo)).Select(r => (r.Channel, r.State)), Is.EquivalentTo(new[] { ("seesaw", ReleaseState.Released), ("website", ReleaseState.Recalling) }));
        Assert.That((await World.QueueAsync(photo)).Select(q => q.Channel), Is.EqualTo(new[] { "seesaw" }));
        Assert.That((await World.PassAsync(photo, Site)).Clearance, Is.Null, "nothing leaves while the blurred one is not made");
    }

    [Test]
    public async Task Blur_Made_LeavesForThatChannelOnlyAndTheOtherGetsThePictureAsItIs()
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        var made = await MakeAsync(photo);
        Assert.That((await World.PassAsync(photo, Site)).Clearance!.Rendition, Is.EqualTo(made));
        Assert.That((await World.PassAsync(photo)).Clearance!.Rendition, Is.EqualTo(new RenditionId(photo.Value)));
        Assert.That((await World.QueueAsync(photo)).ToDictionary(q => q.Channel, q => q.RenditionId), Is.EquivalentTo(new Dictionary<string, RenditionId>
        {
            ["seesaw"] = new(photo.Value),
            ["website"] = made,
        }));
    }

    [Test]
    public async Task Blur_OfOneWhoRefusedTheWebsite_ClearsIt()
    {
        var photo = await NamedAsync();
        await World.RecordAsync(Ben, Website, ConsentAnswer.Refused, affected: photo);
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Refused));
        await BlurAsync(photo, Site);
        await MakeAsync(photo);
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Cleared));
        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Named, Does.Contain(Ben), "in the picture as it is, and for Seesaw");
        Assert.That(scene.For(Site).Named, Is.EquivalentTo(new[] { World.Children[0] }));
        Assert.That(scene.For(Site).Faces, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Withdrawal_OfTheOneBlurred_TakesBackTheOtherChannelsCopyAndNotTheBlurredOne([Values] bool bothPurposes)
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        await MakeAsync(photo);
        await ReleaseAsync(photo, ChannelId.Seesaw);
        await ReleaseAsync(photo, Site);
        await World.RecordAsync(Ben, Seesaw, ConsentAnswer.Withdrawn, affected: photo);
        if (bothPurposes)
        {
            await World.RecordAsync(Ben, Website, ConsentAnswer.Withdrawn, affected: photo);
        }

        Assert.That((await World.ReleasesAsync(photo)).ToDictionary(r => r.Channel, r => r.State), Is.EquivalentTo(new Dictionary<string, ReleaseState>
        {
            ["seesaw"] = ReleaseState.Recalling,
            ["website"] = ReleaseState.Released,
        }));
        Assert.That((await World.PassAsync(photo, Site)).Clearance, Is.Not.Null);
        Assert.That((await World.PassAsync(photo)).Clearance, Is.Null);
        await World.RecordAsync(World.Children[0], Website, ConsentAnswer.Withdrawn);
        Assert.That((await World.ReleasesAsync(photo)).Single(r => r.Channel == "website").State, Is.EqualTo(ReleaseState.Recalling), "the one who stays in it is asked all the same");
    }

    [Test]
    public async Task TakenBack_AfterTheBlurredOneIsOut_RecallsItAndDecidesThePictureAsItIs()
    {
        var photo = await NamedAsync();
        await World.RecordAsync(Ben, Website, ConsentAnswer.Refused, affected: photo);
        await BlurAsync(photo, Site);
        await MakeAsync(photo);
        await ReleaseAsync(photo, Site);
        await TakeBackAsync(photo, Site);
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Refused));
        Assert.That((await World.ReleasesAsync(photo)).Single(r => r.Channel == "website").State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.SceneAsync(photo)).Redacted, Is.Empty);
    }

    [Test]
    public async Task TakenBack_ConsentsRanOutMeanwhile_TheBlurredCopyDoesNotStay()
    {
        // a consent that ran out leaves copies where they are, but not a copy nobody stands by any more
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        await MakeAsync(photo);
        await ReleaseAsync(photo, Site);
        await World.RecordAsync(World.Children[0], Website, ConsentAnswer.Given, until: World.Today);
        Rig.Clock.Advance(TimeSpan.FromDays(2));
        await World.DecideAsync(photo);
        Assert.That((await World.ReleasesAsync(photo)).Single(r => r.Channel == "website").State, Is.EqualTo(ReleaseState.Released));
        await TakeBackAsync(photo, Site);
        Assert.That((await World.ReleasesAsync(photo)).Single(r => r.Channel == "website").State, Is.EqualTo(ReleaseState.Recalling));
    }

    [Test]
    public async Task TakenBack_PeriodOfTheBlurredOneIsOver_ThePictureAsItIsDoesNotGoOutByItself()
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        await MakeAsync(photo);
        await ReleaseAsync(photo, Site);
        await World.InHeadAsync(head =>
        {
            head.SetPolicy(Policy with { Channels = [Policy.Channels[0], Policy.Channels[1] with { PublishedForDays = 7 }] }, Office);
            return Task.CompletedTask;
        });
        Rig.Clock.Advance(TimeSpan.FromDays(7));
        await World.InHeadAsync(head => head.EndPeriodsAsync(None));
        await TakeBackAsync(photo, Site);
        Assert.That(await ReasonsAsync(photo, Site), Is.EqualTo(new[] { ReasonCode.TakenBackBefore }));

        Rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = Site });
        await ReleaseAsync(photo, Site);
        await World.RecordAsync(Ben, Website, ConsentAnswer.Given, until: World.Today);
        Rig.Clock.Advance(TimeSpan.FromDays(2));
        await World.RecordAsync(Ben, Website, ConsentAnswer.Given, affected: photo);
        Assert.That((await World.ReleasesAsync(photo)).Select(r => r.State), Is.EquivalentTo(new[] { ReleaseState.Recalling, ReleaseState.Released }), "a yes takes nothing back");
    }

    [Test]
    public async Task TakenBack_PictureWasOutBefore_DoesNotGoOutAgainByItself()
    {
        var photo = await OutOnBothAsync();
        await BlurAsync(photo, Site);
        await MakeAsync(photo);
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Cleared), "the blurred one was never taken back");
        await TakeBackAsync(photo, Site);
        Assert.That(await ReasonsAsync(photo, Site), Is.EqualTo(new[] { ReasonCode.TakenBackBefore }));
    }

    [Test]
    public async Task Made_FaceStillFoundUnderTheCover_HoldsAndNobodyApprovesItAway()
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        await MakeAsync(photo, new PixelBox(0, 10, 80, 90), new PixelBox(110, 20, 60, 70));
        Assert.That(await ReasonsAsync(photo, Site), Does.Contain(ReasonCode.FaceStillSeen));
        await World.SayAsync(Say(AttestationKind.Approved, photo) with { Channel = Site, Reasons = [.. Enum.GetValues<ReasonCode>()] });
        var under = (await World.SceneAsync(photo)).For(Site).Faces.Single(f => f.IsUnderCover);
        await World.SayAsync(Say(AttestationKind.NotAFace, photo) with { Face = under.Id });
        Assert.That(await ReasonsAsync(photo, Site), Is.EqualTo(new[] { ReasonCode.FaceStillSeen }));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared), "the other channel's picture is as it was");
    }

    [TestCase(ReasonCode.DetectorFailed)]
    [TestCase(ReasonCode.ModelMissing)]
    public async Task Made_DetectorsCouldNotLook_IsHeldUntilTheyCan(ReasonCode failure)
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        await MakeAsync(photo, new RedactedSight(failure, [], []));
        Assert.That(await ReasonsAsync(photo, Site), Is.EqualTo(new[] { failure }));
        Assert.That((await World.PassAsync(photo, Site)).Clearance, Is.Null);
        Assert.That(await Rig.Items.LookAgainAsync(World.School, None), Is.EqualTo(1));
        Rig.Clock.Advance(Claim + Claim);
        await MakeAsync(photo);
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public async Task Made_AFaceNotFoundBefore_MustBeAnsweredForThatChannel()
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        await MakeAsync(photo, new PixelBox(2, 12, 78, 88), new PixelBox(500, 300, 60, 60));
        Assert.That((await World.VerdictAsync(photo), await World.VerdictAsync(photo, "website")), Is.EqualTo((Verdict.Cleared, Verdict.Held)));
        var found = (await World.SceneAsync(photo)).For(Site).Faces.Single(f => !f.IsAnswered);
        Assert.That(found.Box, Is.EqualTo(new PixelBox(500, 300, 60, 60)), "the face known before is not a second one");
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = found.Id, Person = World.Children[2] });
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Cleared));
        await World.RecordAsync(World.Children[2], Website, ConsentAnswer.Refused, affected: photo);
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Refused));
    }

    [Test]
    public async Task Named_OnAFaceFoundInOneChannelsCopyOnly_CountsForTheOtherToo()
    {
        var photo = await NamedAsync();
        await ReleaseAsync(photo, ChannelId.Seesaw);
        await World.RecordAsync(World.Children[2], Seesaw, ConsentAnswer.Refused);
        await BlurAsync(photo, Site);
        await MakeAsync(photo, new PixelBox(0, 10, 80, 90), new PixelBox(500, 300, 60, 60));
        var found = (await World.SceneAsync(photo)).For(Site).Faces.Single(f => !f.IsAnswered).Id;
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = found, Person = World.Children[2] });

        Assert.That((await World.VerdictAsync(photo), await World.VerdictAsync(photo, "website")), Is.EqualTo((Verdict.Refused, Verdict.Cleared)));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.SceneAsync(photo)).For(Site).Named, Is.EquivalentTo(new[] { World.Children[0], World.Children[2] }), "but who is blurred for the website is not in its copy");
        Assert.That((await World.PassAsync(photo)).Clearance, Is.Null);
    }

    [Test]
    public async Task Named_BeforeTheDetectorsLookedAgain_IsInItUntilTakenBack()
    {
        var photo = await NamedAsync();
        await World.RecordAsync(Ben, Seesaw, ConsentAnswer.Refused);
        await World.LookAsync(photo, 0);
        await World.FirstDecisionAsync(photo);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Refused), "the detectors see no face any more");
    }

    [Test]
    public async Task Crop_WithOneLeftOut_EndsTheirBeingPossibleAndMovesWhatIsFoundToThePicturesOwnPlace()
    {
        var photo = await NamedAsync();
        await World.RecordAsync(Ben, Website, ConsentAnswer.Refused, affected: photo);
        await World.SayAsync(Say(AttestationKind.Cropped, photo) with { Channel = Site, Area = new PixelBox(0, 5, 90, 500) });
        await World.SayAsync(Say(AttestationKind.Cropped, photo) with { Channel = Site, Area = new PixelBox(0, 4, 90, 500) });
        Assert.That((await ClaimAsync(photo)).Select(o => o.Redaction.Kept), Is.EqualTo(new PixelBox?[] { new PixelBox(0, 4, 90, 500) }), "the later crop replaces the earlier");
        Rig.Clock.Advance(Claim + Claim);
        await MakeAsync(photo, new PixelBox(0, 6, 80, 90));
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Cleared));
        Assert.That((await World.SceneAsync(photo)).For(Site).Faces.Select(f => f.Box), Is.EqualTo(new[] { new PixelBox(0, 10, 80, 90) }));
    }

    [Test]
    public async Task Pool_WithOneBlurred_LeavesThemOutOfWhoItMayShow()
    {
        var photo = await World.DecidedAsync(2);
        var faces = (await World.SceneAsync(photo)).Faces;
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = Site }, Say(AttestationKind.NobodyFromOutside, photo), Say(AttestationKind.OnFace, photo) with { Face = faces[1].Id, Person = Ben });
        await World.RecordAsync(Ben, Website, ConsentAnswer.Refused, affected: photo);
        await BlurAsync(photo, Site);
        await MakeAsync(photo);
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Cleared));
        await World.SayAsync(Say(AttestationKind.InPicture, photo) with { Person = World.Children[2] }, Say(AttestationKind.OnFace, photo) with { Face = faces[0].Id, Person = Ben });
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Refused), "named on a face that stays: possible, whatever was blurred");
    }

    [Test]
    public async Task Approval_OfThePictureAsItWas_DoesNotHoldForTheRedactedOne()
    {
        var photo = await NamedAsync();
        await World.SayAsync(Say(AttestationKind.Approved, photo) with { Channel = Site, Reasons = [ReasonCode.SmallFaces] });
        await BlurAsync(photo, Site);
        await MakeAsync(photo);
        Assert.That((await World.SceneAsync(photo)).For(Site).Approvals, Is.Empty);
        await World.SayAsync(Say(AttestationKind.Approved, photo) with { Channel = Site, Reasons = [ReasonCode.SmallFaces] });
        Assert.That((await World.SceneAsync(photo)).For(Site).Approvals, Has.Length.EqualTo(1));
        await TakeBackAsync(photo, Site);
        Assert.That((await World.SceneAsync(photo)).Approvals, Is.Empty, "nor the other way round");
    }

    [Test]
    public async Task Claim_WorkerThatDied_IsFollowedByAnotherWithANewIdAndTheLateOneSavesNothing()
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        var late = (await ClaimAsync(photo)).Single();
        Assert.That(await ClaimAsync(photo), Is.Empty, "one worker at a time");
        await using (var db = World.Open())
        {
            Assert.That(await Rig.Items.FindOrphansAsync(World.School, [VaultObject.Rendition(World.School, late.Rendition)], None), Is.Empty, "what is being written is somebody's");
        }

        Rig.Clock.Advance(Claim + TimeSpan.FromSeconds(1));
        var again = (await ClaimAsync(photo)).Single();
        Assert.That(again.Rendition, Is.Not.EqualTo(late.Rendition));
        Assert.That(await Rig.Items.FindOrphansAsync(World.School, [VaultObject.Rendition(World.School, late.Rendition), VaultObject.Rendition(World.School, again.Rendition)], None), Is.EqualTo(new[] { VaultObject.Rendition(World.School, late.Rendition) }));
        Assert.That(await SaveAsync(late, Seeing()), Is.False);
        Assert.That(await SaveAsync(again, Seeing()), Is.True);
        Assert.That(await SaveAsync(again, Seeing()), Is.False, "once");
        Assert.That((await World.PassAsync(photo, Site)).Clearance!.Rendition, Is.EqualTo(again.Rendition));
    }

    [Test]
    public async Task Made_AndLostByTheVault_IsHeldMadeAnewUnderANewIdAndClearedAgain()
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        var lost = await MakeAsync(photo);
        var isOrdered = false;
        await World.InHeadAsync(async head =>
        {
            Assert.That(await head.RedactAnewAsync(new RenditionId(photo.Value), None), Is.False, "the cleaned one is made of the original");
            isOrdered = await head.RedactAnewAsync(lost, None);
            await head.FlushAsync(None);
            await DecideAsync(head, photo);
        });
        Assert.That(isOrdered, Is.True);
        Assert.That(await ReasonsAsync(photo, Site), Does.Contain(ReasonCode.RedactionNotReady));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared), "the other channel's is another");
        Assert.That(await MakeAsync(photo), Is.Not.EqualTo(lost));
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Cleared));
        await World.InHeadAsync(async head => Assert.That(await head.RedactAnewAsync(lost, None), Is.False, "it is another by now"));
    }

    [Test]
    public async Task NotMade_WaitsLongerTheSecondTimeAndIsCountedUntilItIsMade()
    {
        var hour = TimeSpan.FromHours(1);
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        await FailAsync((await ClaimAsync(photo)).Single());
        Assert.That(await NotMadeAsync(), Is.EqualTo(1));
        Rig.Clock.Advance(Claim);
        await Rig.Items.LookAgainAsync(World.School, None);
        await FailAsync((await ClaimAsync(photo)).Single());
        Rig.Clock.Advance(hour - TimeSpan.FromSeconds(1));
        Assert.That(await ClaimAsync(photo), Is.Empty);
        Rig.Clock.Advance(TimeSpan.FromSeconds(1));
        var order = (await ClaimAsync(photo)).Single();
        Assert.That(await NotMadeAsync(), Is.EqualTo(1));
        Assert.That(await SaveAsync(order, Seeing()), Is.True);
        Assert.That((await NotMadeAsync(), await World.VerdictAsync(photo, "website")), Is.EqualTo((0, Verdict.Cleared)));

        Task FailAsync(RedactionOrder failed) => World.InHeadAsync(head => head.SaveNotRedactedAsync(failed, ReasonCode.CustodyBroken, hour, None));
        async Task<int> NotMadeAsync() => (await Rig.Releases.StuckAsync(World.School, TimeSpan.FromMinutes(10), None)).NotMade;
    }

    [Test]
    public async Task Claim_TheFirstIsUnderSeal_TakesTheNext()
    {
        var (first, second) = (await NamedAsync(), await NamedAsync());
        await BlurAsync(first, Site);
        await World.TrySealAsync(first);
        await BlurAsync(second, Site);
        IReadOnlyList<RedactionOrder> orders = [];
        await World.InHeadAsync(async head => orders = await head.ClaimRedactionsAsync(null, 1, Claim, None));
        Assert.That(orders.Select(o => o.Media), Is.EqualTo(new[] { second }));
    }

    [Test]
    public async Task TakenBack_BeforeItIsMade_NothingIsLeftToMake()
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        var order = (await ClaimAsync(photo)).Single();
        await TakeBackAsync(photo, Site);
        Assert.That(await SaveAsync(order, Seeing()), Is.False);
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Cleared));
        await BlurAsync(photo, Site);
        await MakeAsync(photo);
        await TakeBackAsync(photo, Site);
        await BlurAsync(photo, Site);
        Rig.Clock.Advance(Claim + Claim);
        Assert.That(await ClaimAsync(photo), Is.Empty, "the same word is kept by the rendition made before");
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public async Task DetectorsLookAgain_TheRedactionStandsAndIsMadeAndLookedAtAnew()
    {
        var photo = await NamedAsync();
        await BlurAsync(photo, Site);
        var first = await MakeAsync(photo);
        await World.LookAsync(photo, 2);
        await World.FirstDecisionAsync(photo);
        Assert.That(await ReasonsAsync(photo, Site), Does.Contain(ReasonCode.RedactionNotReady));
        Assert.That(await MakeAsync(photo), Is.Not.EqualTo(first));
        Assert.That((await World.SceneAsync(photo)).For(Site).Faces, Has.Length.EqualTo(1), "the covered one is still covered");
    }

    [Test]
    public async Task AnySequence_WhatLeavesIsAlwaysWhatWasAskedForAtThatMoment([Values(1, 2, 3)] int seed)
    {
        var dice = new Random(seed);
        var photo = await NamedAsync();
        var isBlurred = new Dictionary<ChannelId, bool> { [ChannelId.Seesaw] = false, [Site] = false };
        var passed = 0;
        for (var step = 0; step < 60; step++)
        {
            var channel = dice.Next(2) == 0 ? Site : ChannelId.Seesaw;
            switch (dice.Next(5))
            {
                case 0:
                    await BlurAsync(photo, channel);
                    isBlurred[channel] = true;
                    break;
                case 1:
                    await TakeBackAsync(photo, channel);
                    isBlurred[channel] = false;
                    break;
                case 2:
                    Rig.Clock.Advance(Claim + Claim);
                    foreach (var order in await ClaimAsync(photo))
                    {
                        await SaveAsync(order, Seeing());
                    }

                    break;
                case 3:
                    await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = channel });
                    break;
                default:
                    if ((await World.PassAsync(photo, channel)).Clearance is { } clearance)
                    {
                        passed++;
                        await using var db = World.Open();
                        var rendition = await db.Renditions.SingleAsync(r => r.Id == clearance.Rendition, None);
                        Assert.That((rendition.Kind == RenditionKind.Redacted, rendition.Channel), Is.EqualTo((isBlurred[channel], isBlurred[channel] ? channel.Value : null)), $"seed {seed}, step {step}");
                        Assert.That((await World.ReleasesAsync(photo)).Where(r => r.Channel == channel.Value && r.State is ReleaseState.Leaving or ReleaseState.Released).Select(r => r.RenditionId).Distinct(), Is.EqualTo(new[] { clearance.Rendition }));
                    }

                    break;
            }
        }

        Assert.That(passed, Is.GreaterThan(2), $"seed {seed}");
    }

    [Test]
    public void Recipe_WrittenAndRead_IsTheSame()
    {
        var redaction = new PictureRedaction([new PixelBox(1.5, 2.25, 3, 4.125), new PixelBox(1d / 3, 0, 7, 8)], new PixelBox(10, 20, 300, 400));
        var read = RedactionRecipe.Parse(RedactionRecipe.Write(redaction));
        Assert.That((read.Kept, read.Blurred.AsEnumerable()), Is.EqualTo((redaction.Kept, redaction.Blurred.AsEnumerable())));
        Assert.That(RedactionRecipe.Write(read), Is.EqualTo(RedactionRecipe.Write(redaction)));
    }

    /// <summary>Two faces, the first two children, nobody else, both channels asked for and cleared.</summary>
    private async Task<MediaId> NamedAsync()
    {
        var photo = await World.DecidedAsync(2);
        var faces = (await World.SceneAsync(photo)).Faces;
        await World.SayAsync(
            Say(AttestationKind.AskedFor, photo) with { Channel = Site },
            Say(AttestationKind.OnFace, photo) with { Face = faces[0].Id, Person = World.Children[0] },
            Say(AttestationKind.OnFace, photo) with { Face = faces[1].Id, Person = Ben },
            Say(AttestationKind.NobodyElse, photo));
        Assert.That((await World.VerdictAsync(photo), await World.VerdictAsync(photo, "website")), Is.EqualTo((Verdict.Cleared, Verdict.Cleared)));
        return photo;
    }

    private async Task<MediaId> OutOnBothAsync()
    {
        var photo = await NamedAsync();
        await ReleaseAsync(photo, ChannelId.Seesaw);
        await ReleaseAsync(photo, Site);
        return photo;
    }

    private async Task ReleaseAsync(MediaId photo, ChannelId channel) =>
        await Rig.Releases.SaveReleasedAsync(World.School, (await World.PassAsync(photo, channel)).Clearance!.Release, "there", None);

    private async Task<FaceId> SecondFaceAsync(MediaId photo) => (await World.SceneAsync(photo)).Faces[1].Id;

    private async Task BlurAsync(MediaId photo, ChannelId channel)
    {
        var face = await SecondFaceAsync(photo);
        Rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await World.SayAsync(Say(AttestationKind.Blurred, photo) with { Channel = channel, Face = face });
    }

    private Task TakeBackAsync(MediaId photo, ChannelId channel) => World.InHeadAsync(async head =>
    {
        await head.RetractAsync(Office, photo, AttestationKind.Blurred, null, null, channel, None);
        await head.FlushAsync(None);
        await DecideAsync(head, photo);
    });

    private async Task<IReadOnlyList<RedactionOrder>> ClaimAsync(MediaId photo)
    {
        IReadOnlyList<RedactionOrder> orders = [];
        await World.InHeadAsync(async head => orders = await head.ClaimRedactionsAsync(photo, 10, Claim, None));
        return orders;
    }

    private async Task<bool> SaveAsync(RedactionOrder order, RedactedSight sight)
    {
        var isSaved = false;
        await World.InHeadAsync(async head =>
        {
            isSaved = await head.SaveRedactedAsync(order, new CleanedPicture(new byte[] { 4, 5 }, 800, 600, ImmutableSortedDictionary<string, int>.Empty, ["faces covered"]), Sha("redacted"), sight, None);
            await head.FlushAsync(None);
            await DecideAsync(head, order.Media);
        });
        return isSaved;
    }

    /// <summary>Only the first face is still found.</summary>
    private static RedactedSight Seeing(params PixelBox[] boxes) => new(
        ReasonCode.None,
        [.. (boxes.Length == 0 ? [new PixelBox(0, 10, 80, 90)] : boxes).Select(b => new FaceRegion(b, 0.9, false, [], ["ultra"]))],
        ["ultra@1", "blaze@2"]);

    private Task<RenditionId> MakeAsync(MediaId photo, params PixelBox[] boxes) => MakeAsync(photo, Seeing(boxes));

    private async Task<RenditionId> MakeAsync(MediaId photo, RedactedSight sight)
    {
        var order = (await ClaimAsync(photo)).Single();
        Assert.That(await SaveAsync(order, sight), Is.True);
        return order.Rendition;
    }

    private async Task<IEnumerable<ReasonCode>> ReasonsAsync(MediaId photo, ChannelId channel) =>
        ReasonList.Codes((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent && v.Channel == channel.Value).Reasons);
}
