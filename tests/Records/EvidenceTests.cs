using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Evidence;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>What the books answer when somebody asks how the school knows, counted by the database.</summary>
[NonParallelizable]
[Property("Requirement", "G10")]
public sealed class EvidenceTests(string provider) : RecordsFixture(provider)
{
    private static readonly UserId Editor = new(Guid.CreateVersion7());

    [Test]
    public async Task Verdicts_AreCountedByChannelAndReason()
    {
        var child = World.Children[0];
        await InsertAsync(2, Verdict.Cleared, "");
        await InsertAsync(3, Verdict.Held, $"ManyFaces,NameHint:p={child}:f={FaceId.New()}");
        await InsertAsync(1, Verdict.Held, $"NameHint:p={child}");
        await InsertAsync(4, Verdict.Refused, $"PersonRefused:p={child},PersonRefused:p={World.Children[1]},ManyFaces");
        await InsertAsync(5, Verdict.Held, "ManyFaces", change: m => m.ArrivedOn = World.Today.AddDays(-1));
        await InsertAsync(1, null, "");
        await InsertAsync(2, null, "", change: m => (m.Status, m.Reason) = (MediaStatus.Quarantined, ReasonCode.Truncated));

        var read = await ReadAsync(World.Today, World.Today);
        var seesaw = read.Verdicts.Single(v => v.Channel == "Seesaw");
        Assert.That((seesaw.Cleared, seesaw.Held, seesaw.Refused), Is.EqualTo((2, 4, 4)));
        Assert.That(seesaw.Reasons, Is.EqualTo(new[] { new ReasonCount(ReasonCode.ManyFaces, 7), new ReasonCount(ReasonCode.PersonRefused, 4), new ReasonCount(ReasonCode.NameHint, 4) }));
        Assert.That(read.Verdicts.Single(v => v.Channel == "Website"), Has.Property(nameof(ChannelVerdicts.Held)).Zero.And.Property(nameof(ChannelVerdicts.Reasons)).Empty);
        Assert.That((read.Term.Arrived, read.Undecided, read.Term.SetAside), Is.EqualTo((13, 1, 2)));
        Assert.That(read.SetAside, Is.EqualTo(new[] { new ReasonCount(ReasonCode.Truncated, 2) }));
        Assert.That(read.Engines.Single(), Is.EqualTo(new EngineUse("5", "ultra@1", 15)));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Recalls_MedianAndLongest_AreOfTheTime()
    {
        foreach (var hours in new[] { 1.0, 6, 2, 4 })
        {
            await RecallAsync("seesaw", World.Now, hours);
        }

        await RecallAsync("seesaw", World.Now + TimeSpan.FromMinutes(5), null);
        await RecallAsync("website", World.Now, 9);
        await RecallAsync("website", World.Now - TimeSpan.FromDays(3), 1);
        var read = await ReadAsync(World.Today, World.Today);
        var seesaw = read.Term.Channels.Single(c => c.Channel == "Seesaw");
        Assert.That((seesaw.CalledBack, seesaw.Proven, seesaw.MedianHours, seesaw.LongestHours, seesaw.Open), Is.EqualTo((5, 4, 3.0, 6.0, 1)));
        var website = read.Term.Channels.Single(c => c.Channel == "Website");
        Assert.That((website.CalledBack, website.Proven, website.MedianHours, website.LongestHours), Is.EqualTo((1, 1, 9.0, 9.0)));
        Assert.That(read.OpenRecalls, Is.EqualTo(new[] { new OpenRecalls("Seesaw", 1, World.Now + TimeSpan.FromMinutes(5)) }));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task TakeDowns_ByHand_AreHeldAgainstTheirHours()
    {
        await HandOutAsync(await RecallAsync("website", World.Now, null), 5);
        await HandOutAsync(await RecallAsync("website", World.Now, null), 30);
        await HandOutAsync(await RecallAsync("website", World.Now, null), null);
        await PostAsync(await RecallAsync("website", World.Now, null), 1);
        await PostAsync(await RecallAsync("website", World.Now, null), null);
        Rig.Clock.Advance(TimeSpan.FromDays(2));
        var website = (await ReadAsync(World.Today.AddDays(-2), World.Today)).TakeDowns.Single(t => t.Channel == "Website");
        Assert.That((website.Taken, website.Down.Count, website.InTime, website.Waiting), Is.EqualTo((5, 3, 2, 2)));
        Assert.That((website.Down.MedianHours, website.Down.LongestHours), Is.EqualTo((5.0, 30.0)));
    }

    [Test]
    [Property("Requirement", "D3")]
    [Property("Requirement", "G5")]
    public async Task OriginalsDeletionsAndSeals_AreCounted()
    {
        await InsertAsync(3, null, "", m => (m.SourceState, m.ShreddedAt) = (SourceState.Removed, World.Now));
        await InsertAsync(2, null, "", m => m.SourceState = SourceState.Present);
        await InsertAsync(1, null, "", m => (m.SourceState, m.Waiting) = (SourceState.Present, ReasonCode.DeviceCopyNotRemovable));
        await InsertAsync(1, null, "", m => m.SourceState = SourceState.Changed);
        await InsertAsync(1, null, "", m => m.SourceState = SourceState.AlreadyGone);
        var photo = await World.DecidedAsync();
        await World.InHeadAsync(head => head.DeleteAsync(SchoolWorld.Office, photo, [1, 2, 3], None));
        var second = await World.DecidedAsync();
        Assert.That(await World.TrySealAsync(second), Is.EqualTo(Seals.SealOutcome.Sealed));
        var read = await ReadAsync(World.Today, World.Today);
        Assert.That(read.Originals, Is.EqualTo(new OriginalCounts(3, 1, 1, 5, 1, 3)));
        Assert.That((read.Deleted, read.Erased, read.Sealed, read.UnderSeal), Is.EqualTo((1, 0, 1, 1)));
        await Rig.Register.EraseAsync(World.School, World.Children[2], SchoolWorld.Office, None);
        Assert.That((await ReadAsync(World.Today, World.Today)).Erased, Is.EqualTo(1));
    }

    [Test]
    [Property("Requirement", "G1")]
    [Property("Requirement", "L6")]
    public async Task Incidents_WithWhoWasToldAndWhen()
    {
        var breach = await Rig.Incidents.OpenAsync(World.School, new NewIncident(IncidentKind.DataBreach, "a list"), SchoolWorld.Office, None);
        await Rig.Incidents.OpenAsync(World.School, new NewIncident(IncidentKind.Complaint, "a letter"), SchoolWorld.Office, None);
        Rig.Clock.Advance(TimeSpan.FromHours(2));
        await Rig.Incidents.TellAsync(World.School, breach, IncidentParty.DataProtectionOfficer, "", SchoolWorld.Office, None);
        await Rig.Incidents.TellAsync(World.School, breach, IncidentParty.Coordinator, "", SchoolWorld.Office, None);
        var read = await ReadAsync(World.Today, World.Today);
        Assert.That(read.Incidents, Is.EqualTo(new[]
        {
            new IncidentClocks(IncidentKind.DataBreach, 1, 0, 1, 1, 0, 0),
            new IncidentClocks(IncidentKind.Complaint, 1, 0, 0, 0, 2, 0),
        }));
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await ReadAsync(World.Today.AddDays(-1), World.Today)).Incidents[1], Is.EqualTo(new IncidentClocks(IncidentKind.Complaint, 1, 0, 0, 0, 1, 1)));
    }

    [Test]
    [Property("Requirement", "A1")]
    public async Task LooksAndAccounts_ByRole_NameNobody()
    {
        var first = await UserAsync(SchoolRole.Office, second: true);
        var next = await UserAsync(SchoolRole.Office, second: false);
        await UserAsync(SchoolRole.Lead, second: true);
        await UserAsync(SchoolRole.Lead, second: true, isOff: true);
        var photo = MediaId.New();
        foreach (var (user, size) in new[] { (first, LookSize.Thumb), (first, LookSize.View), (next, LookSize.Copy), (Editor, LookSize.View) })
        {
            Assert.That(Rig.Looks.TryNote(World.School, user, photo, new RenditionId(photo.Value), size), Is.True);
        }

        var read = await ReadAsync(World.Today, World.Today);
        Assert.That(read.Looks, Is.EqualTo(new[] { new LookCounts("has left", 1, 1, 0), new LookCounts("office", 2, 3, 1) }));
        Assert.That(read.Accounts, Is.EqualTo(new[] { new AccountCounts("lead", 1, 1), new AccountCounts("office", 2, 1) }));
    }

    [Test]
    [Property("Requirement", "L3")]
    public async Task PolicyAndMatching_SayWhatHolds()
    {
        await World.RecordAsync(World.Children[0], new PurposeId("biometric"), ConsentAnswer.Given);
        await World.RecordAsync(World.Children[1], new PurposeId("biometric"), ConsentAnswer.Given);
        await World.RecordAsync(World.Children[1], new PurposeId("biometric"), ConsentAnswer.Withdrawn);
        var lead = await UserAsync(SchoolRole.Lead, second: true);
        var outcome = await Rig.Policies.ApplyAsync(World.School, 1, [new ChannelEdit("website", ["website"], false, true, 90)], lead, None);
        Assert.That(outcome.Problems, Is.Empty);
        var read = await ReadAsync(World.Today, World.Today);
        Assert.That(read.Policies.Select(p => (p.Version, p.Role, p.By)), Is.EqualTo(new[] { (2L, "lead", (UserId?)lead), (1L, null, null) }));
        Assert.That(read.InForce.Changes.Select(c => c.Code), Is.EqualTo(new[] { "second-approver", "period" }));
        Assert.That((read.Matching.IsOn, read.Matching.Yes, read.Matching.No, read.Matching.Templates), Is.EqualTo((false, 1, 1, 0)));
        Assert.That(read.Said, Is.EqualTo(new[] { new SaidCounts("biometric", 2, 0, 1), new SaidCounts("seesaw", 3, 0, 0), new SaidCounts("website", 3, 0, 0) }));
    }

    [Test]
    public async Task Read_OfATimeInWhichNothingWas_IsHonestZeros()
    {
        await World.ClearedAsync();
        var read = await ReadAsync(World.Today.AddDays(-30), World.Today.AddDays(-1));
        Assert.That((read.Term.Arrived, read.Undecided, read.Deleted, read.Erased, read.Sealed), Is.EqualTo((0, 0, 0, 0, 0)));
        Assert.That((read.Said.Count, read.Looks.Count, read.Incidents.Count, read.Engines.Count, read.SetAside.Count), Is.EqualTo((0, 0, 0, 0, 0)));
        Assert.That(read.Verdicts.Select(v => (v.Channel, v.Cleared + v.Held + v.Refused)), Is.EqualTo(new[] { ("Seesaw", 0), ("Website", 0) }));
        Assert.That(read.TakeDowns, Has.All.Matches<TakeDownCounts>(t => t!.Down == SpanCounts.None && t.Taken == 0));
        Assert.That(read.Originals, Is.EqualTo(new OriginalCounts(0, 0, 0, 0, 0, 0)));
        Assert.That(read.Term.Channels, Has.All.Matches<Reports.ChannelCounts>(c => c!.MedianHours is null && c.LongestHours is null));
    }

    [Test]
    public async Task Read_ThousandsOfPhotos_AsksNoMoreOften()
    {
        await InsertAsync(1, Verdict.Held, "ManyFaces");
        var few = await CostAsync();
        await InsertAsync(3000, Verdict.Held, "ManyFaces,SmallFaces");
        for (var i = 0; i < 50; i++)
        {
            await RecallAsync("seesaw", World.Now, 1);
        }

        var many = await CostAsync();
        Assert.That(many.Commands, Is.LessThanOrEqualTo(few.Commands + 3), "once the first recall is there its median is asked for");
        Assert.That(many.Rows, Is.LessThanOrEqualTo(120), "rows that came back");
    }

    private async Task<(int Commands, int Rows)> CostAsync()
    {
        using var counter = new CommandCounter();
        await ReadAsync(World.Today, World.Today);
        return (counter.Count, counter.Rows);
    }

    private Task<EvidenceFigures> ReadAsync(DateOnly from, DateOnly until) => Rig.Evidence.ReadAsync(World.School, from, until, None);

    private async Task<ReleaseId> RecallAsync(string channel, Instant at, double? hours)
    {
        await using var db = World.Open();
        var row = new ReleaseRow
        {
            SchoolId = World.School,
            Id = ReleaseId.New(),
            MediaId = MediaId.New(),
            Channel = channel,
            State = hours is null ? ReleaseState.Recalling : ReleaseState.Recalled,
            Name = Guid.CreateVersion7().ToString("N"),
            LeavingAt = at,
            ReleasedAt = at,
            RecallingAt = at,
            RecalledAt = hours is { } h ? at + TimeSpan.FromHours(h) : null,
        };
        db.Releases.Add(row);
        await db.SaveChangesAsync(None);
        return row.Id;
    }

    private async Task HandOutAsync(ReleaseId release, double? hours)
    {
        await using var db = World.Open();
        db.HandOuts.Add(new HandOutRow { SchoolId = World.School, Id = Guid.CreateVersion7(), ReleaseId = release, Channel = "website", TakenBy = Editor, FirstAt = World.Now, LastAt = World.Now, RemovedAt = hours is { } h ? World.Now + TimeSpan.FromHours(h) : null });
        await db.SaveChangesAsync(None);
    }

    private async Task PostAsync(ReleaseId release, double? hours)
    {
        await using var db = World.Open();
        db.Posts.Add(new PostRow { SchoolId = World.School, ReleaseId = release, MediaId = MediaId.New(), Channel = "website", TakenAt = World.Now, TakenBy = Editor, EndedAt = hours is { } h ? World.Now + TimeSpan.FromHours(h) : null, End = hours is null ? PostEnd.None : PostEnd.TakenDown });
        await db.SaveChangesAsync(None);
    }

    private async Task<UserId> UserAsync(string role, bool second, bool isOff = false)
    {
        await using var db = World.Open();
        var held = await db.Roles.FirstOrDefaultAsync(r => r.Name == role, None);
        if (held is null)
        {
            held = new SchoolRole(role);
            db.Roles.Add(held);
        }

        var user = new SchoolUser { SchoolId = World.School, UserName = Guid.CreateVersion7().ToString("N"), DisplayName = "Plum Quillfeather", TwoFactorEnabled = second, LockoutEnd = isOff ? DateTimeOffset.MaxValue : null };
        db.Users.Add(user);
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = held.Id });
        await db.SaveChangesAsync(None);
        return new UserId(user.Id);
    }

    private async Task InsertAsync(int photos, Verdict? verdict, string reasons, Action<MediaRow>? change = null)
    {
        await using var db = World.Open();
        for (var n = 0; n < photos; n++)
        {
            var row = new MediaRow { SchoolId = World.School, Id = MediaId.New(), Status = MediaStatus.Shredded, GroupId = World.Group, ArrivedOn = World.Today, Sight = Sight.Seen, MovedAt = World.Now };
            change?.Invoke(row);
            db.Media.Add(row);
            if (verdict is { } made)
            {
                db.Verdicts.Add(new VerdictRow { SchoolId = World.School, Id = Guid.CreateVersion7(), MediaId = row.Id, Channel = "seesaw", Verdict = made, Reasons = reasons, EngineVersion = "5", ModelsVersion = "ultra@1", IsCurrent = true, At = World.Now });
            }
        }

        await db.SaveChangesAsync(None);
    }
}
