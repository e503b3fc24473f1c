using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Register;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>The lead's page: what it says, and that the database counts it.</summary>
[NonParallelizable]
public sealed class LeadStateTests(string provider) : RecordsFixture(provider)
{
    /// <summary>Photos of the test that counts what is asked of the database.</summary>
    private const int Many = 3000;

    private Task<SchoolState> StateAsync() => Rig.LeadViews.StateAsync(World.School, None);

    [Test]
    public async Task State_ThousandsOfPhotos_IsCountedByTheDatabase()
    {
        await InsertAsync(Many, World.Group, daysAgo: n => n % 50);
        using var counter = new CommandCounter();
        var state = await StateAsync();
        Assert.That(state.Held.Select(h => h.Count), Is.EqualTo(new[] { 60, 360, 1380, 1200 }));
        Assert.That(state.Devices.Sum(d => d.Photos), Is.EqualTo(Many));
        Assert.That(state.Classes.Single().Counts.Held, Is.EqualTo(Many / 50));
        Assert.That(counter.Count, Is.LessThanOrEqualTo(20));
        Assert.That(counter.Rows, Is.LessThanOrEqualTo(150), "rows that came back");
        Assert.That(counter.Texts.Where(t => t.Contains("\"Faces\"", StringComparison.Ordinal) || t.Contains("\"Attestations\"", StringComparison.Ordinal)), Is.Empty, "no scene is loaded");
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task ProtectedWaiting_ThousandsOfOtherPhotos_LooksOnlyAtTheirOwn()
    {
        var other = await World.InHeadReturnsAsync(head => Task.FromResult(head.AddGroup("Other class", asksSeesaw: true, null)));
        await World.InHeadAsync(head =>
        {
            var child = head.AddPerson(new NewPerson(PersonKind.Pupil, "Somebody Else", "Else"), null);
            head.AddMembership(child, other, new DateOnly(2025, 9, 1), null, null);
            return Task.CompletedTask;
        });
        await InsertAsync(Many, other, daysAgo: _ => 0);
        await Rig.Register.ProtectAsync(World.School, World.Children[0], "a reason", SchoolWorld.Office, None);
        var own = await World.DecidedAsync(faces: 1);
        var visited = await World.DecidedAsync();
        await World.SayAsync(SchoolWorld.Say(AttestationKind.Absent, visited) with { Person = World.Children[0] }, SchoolWorld.Say(AttestationKind.NobodyFromOutside, visited));
        var strangers = (await InsertAsync(1, other, daysAgo: _ => 0)).Single();
        await World.SayAsync(SchoolWorld.Say(AttestationKind.PoolAddsPerson, strangers) with { Person = World.Children[0] });

        using var counter = new CommandCounter();
        var waiting = await Rig.RegisterViews.ProtectedWaitingAsync(World.School, Reader.Lead, None);
        Assert.That(waiting.Select(w => w.Media), Is.EquivalentTo(new[] { own, strangers }));
        Assert.That(counter.Rows, Is.LessThanOrEqualTo(150), "rows that came back");
    }

    [Test]
    [Property("Requirement", "D3")]
    public async Task State_EveryDeviceStillHoldingPhotos_ByAge()
    {
        var device = await World.InHeadReturnsAsync(head => Task.FromResult(head.AddDevice(new NewDevice("Willow iPad", "Apple", "iPad Air", "SN-1", World.Group, head.Today), null)));
        await InsertAsync(3, World.Group, daysAgo: n => n * 4, m => m.DeviceId = device);
        await InsertAsync(1, World.Group, daysAgo: _ => 20, m => (m.CameraModel, m.CameraSerial) = ("iPad Air", "SN-1"));
        await InsertAsync(2, World.Group, daysAgo: _ => 1, m => m.CameraModel = "Pixel 9");
        await InsertAsync(2, World.Group, daysAgo: _ => 9);
        await InsertAsync(5, World.Group, daysAgo: _ => 30, m => m.SourceState = SourceState.Removed);
        Assert.That((await StateAsync()).Devices, Is.EqualTo(new[]
        {
            new HoldingDevice(device, "Willow iPad", 4, World.Today.AddDays(-20)),
            new HoldingDevice(null, "Something that copies into the folder of Willow Class", 2, World.Today.AddDays(-9)),
            new HoldingDevice(null, "Pixel 9 in the folder of Willow Class", 2, World.Today.AddDays(-1)),
        }));

        await using var db = World.Open();
        await db.Media.ExecuteUpdateAsync(set => set.SetProperty(m => m.SourceState, SourceState.Removed), None);
        Assert.That((await StateAsync()).Devices, Is.Empty);
    }

    [Test]
    [Property("Requirement", "C7")]
    public async Task State_RegisterAge_IsStaleAfterTheLimit()
    {
        Assert.That((await StateAsync()).Register, Is.EqualTo(new RegisterAge(World.Today, 0, 35)));
        Rig.Clock.Advance(TimeSpan.FromDays(36));
        Assert.That((await StateAsync()).Register, Has.Property(nameof(RegisterAge.Days)).EqualTo(36).And.Property(nameof(RegisterAge.IsStale)).True);
    }

    [Test]
    public async Task State_StandingStillIncidentsAndRecalls_WithTheirClocks()
    {
        await World.ArrivedAsync();
        var since = World.Now;
        var out1 = await World.ClearedAsync();
        await World.PassAsync(out1);
        await World.RecordAsync(World.Children[0], SchoolWorld.Seesaw, Consent.Register.ConsentAnswer.Withdrawn);
        Rig.Clock.Advance(TimeSpan.FromMinutes(30));
        await Rig.Incidents.OpenAsync(World.School, new NewIncident(IncidentKind.DataBreach, "a list"), SchoolWorld.Office, None);
        var state = await StateAsync();
        Assert.That(state.OnTheWay, Is.EqualTo(1));
        Assert.That(state.Still, Is.GreaterThanOrEqualTo(1));
        Assert.That(state.StillSince, Is.EqualTo(since));
        Assert.That(state.Recalls, Is.EqualTo(new[] { new OpenRecalls("Seesaw", 1, since) }));
        Assert.That((state.Incidents, state.IncidentsLate, state.IncidentsDue is not null), Is.EqualTo((1, 0, true)));
        Rig.Clock.Advance(TimeSpan.FromHours(3));
        Assert.That((await StateAsync()).IncidentsLate, Is.EqualTo(1));
    }

    [Test]
    public async Task State_PeopleNobodyAskedAndQuietClasses_AreCounted()
    {
        Assert.That(await StateAsync(), Has.Property(nameof(SchoolState.PupilsUnasked)).Zero.And.Property(nameof(SchoolState.AdultsUnasked)).Zero);
        await World.InHeadAsync(head =>
        {
            var quiet = head.AddGroup("Birch", asksSeesaw: false, null);
            head.AddGroup("Nobody in it", asksSeesaw: false, null);
            var pupil = head.AddPerson(new NewPerson(PersonKind.Pupil, "New Child", "New"), null);
            head.AddMembership(pupil, quiet, head.Today, null, null);
            head.AddPerson(new NewPerson(PersonKind.Volunteer, "A Helper", "A"), null);
            return Task.CompletedTask;
        });
        var gone = await World.InHeadReturnsAsync(head => Task.FromResult(head.AddPerson(new NewPerson(PersonKind.Pupil, "Left Child", "Left"), null)));
        await World.InHeadAsync(head => head.LeaveAsync(gone, head.Today.AddDays(-1), null, None));
        await World.DecidedAsync();
        var state = await StateAsync();
        Assert.That((state.PupilsUnasked, state.AdultsUnasked), Is.EqualTo((1, 1)));
        Assert.That(state.QuietClasses, Is.EqualTo(new[] { new QuietClass("Birch", null) }));
        var last = World.Today;
        Rig.Clock.Advance(TimeSpan.FromDays(6));
        Assert.That((await StateAsync()).QuietClasses.Select(c => c.Name), Is.EqualTo(new[] { "Birch" }));
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await StateAsync()).QuietClasses, Is.EqualTo(new[] { new QuietClass("Birch", null), new QuietClass(SchoolWorld.Folder, last) }));
    }

    [Test]
    public async Task State_TodayByClass_IsWhatTheTeachersDayCounts()
    {
        await World.ArrivedAsync();
        await World.ClearedAsync();
        await World.DecidedAsync(faces: 1);
        await InsertAsync(1, World.Group, daysAgo: _ => 0, m => m.Status = MediaStatus.Quarantined);
        var day = (await StateAsync()).Classes.Single();
        Assert.That(day, Is.EqualTo(new ClassDay(SchoolWorld.Folder, await Rig.Views.CountsAsync(World.School, World.Group, World.Today, None))));
        Assert.That(day.Counts, Is.EqualTo(new DayCounts(1, 1, 1, 0, 0, 1)));
    }

    private async Task<List<MediaId>> InsertAsync(int photos, GroupId group, Func<int, int> daysAgo, Action<MediaRow>? change = null)
    {
        await using var db = World.Open();
        var media = Enumerable.Range(0, photos).Select(_ => MediaId.New()).ToList();
        for (var n = 0; n < photos; n++)
        {
            var id = media[n];
            var row = new MediaRow { SchoolId = World.School, Id = id, Status = MediaStatus.Shredded, GroupId = group, ArrivedOn = World.Today.AddDays(-daysAgo(n)), RenditionId = new RenditionId(id.Value), Sight = Sight.Seen, MovedAt = World.Now, Sha256 = id.Value.ToByteArray() };
            change?.Invoke(row);
            db.Media.Add(row);
            db.Verdicts.Add(new VerdictRow { SchoolId = World.School, Id = Guid.CreateVersion7(), MediaId = id, Channel = "seesaw", Verdict = Verdict.Held, Reasons = "PossiblePeopleUnknown", IsCurrent = true, At = World.Now });
        }

        await db.SaveChangesAsync(None);
        return media;
    }
}
