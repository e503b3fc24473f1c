using System.Diagnostics;
using MediaGuard.Consent.Register;
using MediaGuard.Journey;
using MediaGuard.Journey.Review;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journeys.Tests;

/// <summary>A family says no: what is queued goes nowhere, what is outside comes back, what is being read breaks off, and a yes later publishes nothing by itself.</summary>
public sealed class WithdrawalTests
{
    private static readonly byte[] Photo = Photos.Draw(90);

    private School school = null!;
    private Books books = null!;
    private ServiceProvider services = null!;
    private MediaId media;

    [SetUp]
    public async Task SetUpAsync()
    {
        school = await School.MakeAsync();
        books = new Books(school);
        services = school.Services();
        school.Drop("photo.jpg", Photo);
        await DrainAsync();
        media = books.Of(Photo)!.Media;
        await school.ClearAsync(services, media);
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await services.DisposeAsync();
        school.Dispose();
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Withdrawn_WhileOut_ComesBackAndStaysBackUntilSomebodyAsksAgain()
    {
        await DrainAsync();
        Assert.That(books.Out(), Has.Count.EqualTo(1));

        await SayAsync(ConsentAnswer.Withdrawn);
        Assert.That(books.VerdictOf(media), Is.EqualTo(nameof(Verdict.Held)), "decided in the same transaction");
        Assert.That(States(), Is.EqualTo(new[] { "Recalling" }));
        await DrainAsync();
        Assert.That((books.Out(), States()), Is.EqualTo((Array.Empty<string>(), new[] { "Recalled" })));

        await SayAsync(ConsentAnswer.Given);
        await DrainAsync();
        Assert.That(books.Out(), Is.Empty);
        Assert.That(books.ReasonsOf(media), Is.EqualTo(nameof(ReasonCode.TakenBackBefore)));

        await services.GetRequiredService<IHumanActs>().SayAsync(school.Id, school.Teacher, [new(AttestationKind.AskedFor) { Media = media, Channel = ChannelId.Seesaw }], default);
        await DrainAsync();
        Assert.That(books.Out(), Has.Count.EqualTo(1));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Withdrawn_WhileQueued_NeverLeaves()
    {
        await SayAsync(ConsentAnswer.Withdrawn);
        await DrainAsync();
        Assert.That(books.Out(), Is.Empty);
        Assert.That(States(), Is.Empty);
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Withdrawn_InAnotherProcessWhileACopyIsRead_CutsItWithinASecond()
    {
        await using var other = school.Services();
        await using var copy = (await services.GetRequiredService<IPictures>().FetchAsync(school.Id, school.Teacher, media, ChannelId.Seesaw, default))!;
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        Assert.That(copy.Revoked.IsCancellationRequested, Is.False);

        var cut = new TaskCompletionSource();
        await using var registration = copy.Revoked.Register(cut.SetResult);
        await SayAsync(ConsentAnswer.Withdrawn, other);
        var committed = Stopwatch.GetTimestamp();
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);
        TestContext.Out.WriteLine($"cut {Stopwatch.GetElapsedTime(committed).TotalMilliseconds:0} ms after the commit");
        Assert.That(await services.GetRequiredService<IPictures>().FetchAsync(school.Id, school.Teacher, media, ChannelId.Seesaw, default), Is.Null);
    }

    private Task SayAsync(ConsentAnswer answer, ServiceProvider? process = null)
    {
        var book = (process ?? services).GetRequiredService<IRegisterBook>();
        var ali = books.Rows("SELECT Id FROM People WHERE FullName = 'Ali First'", r => new PersonId(r.GetGuid(0))).Single();
        var seesaw = new PurposeId("seesaw");
        return answer == ConsentAnswer.Given
            ? book.GiveAsync(school.Id, ali, seesaw, null, "telephone", "", isLead: true, school.Teacher, default)
            : book.RefuseAsync(school.Id, ali, [seesaw], "telephone", "", school.Teacher, default);
    }

    private async Task DrainAsync() => await services.GetRequiredService<IDrain>().RunAsync(null, default);

    private string[] States() => [.. books.Rows("SELECT State FROM Releases", r => r.GetString(0))];
}
