using System.Collections.Immutable;
using System.Security.Cryptography;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journeys.Tests.Support;

/// <summary>A small school in a data folder: class Oak, three pupils, one of whom refused Seesaw; its photos are asked for on Seesaw.</summary>
internal sealed class School : IDisposable
{
    private readonly TempFolder folder = new();

    private School(SchoolId id, UserId teacher, PersonId refuser)
    {
        Id = id;
        Teacher = teacher;
        Refuser = refuser;
    }

    public SchoolId Id { get; }

    public UserId Teacher { get; }

    public PersonId Refuser { get; }

    public string Data => Path.Combine(folder.FullName, "data");

    public string Share => Path.Combine(Data, "share");

    public string Class => Path.Combine(Share, "Oak");

    public string Released => Path.Combine(Data, "released");

    /// <summary>Quick enough for tests, the same for the program and for services in this process.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["SignIn:SecondFactor"] = "offered",
        ["Journey:LeaseFor"] = "00:00:01.500",
        ["Journey:WaitFor"] = "00:00:01",
        ["Journey:SweepEvery"] = "00:00:00.200",
        ["Journey:HandOutAgainAfter"] = "00:00:05",
        ["Journey:MendEvery"] = "00:00:01",
        ["Journey:LongestDelivery"] = "00:00:04",
        ["Journey:Workers"] = "2",
        ["Arrivals:StillFor"] = "00:00:00.100",
        ["Arrivals:PollEvery"] = "00:00:00.200",
        ["Database:BusySeconds"] = "5",
    };

    /// <param name="more">Settings besides: another database, another store.</param>
    public static async Task<School> MakeAsync(string refuserName = "Cem Refuser", IReadOnlyDictionary<string, string>? more = null)
    {
        RequireModels();
        var school = new School(default, new UserId(Guid.CreateVersion7()), default);
        school.Set(more);
        await using var services = school.Services();
        await services.GetRequiredService<DatabaseStart>().PrepareAsync(default);
        var id = await services.GetRequiredService<ISchoolBooks>().MakeAsync("Test School", "Europe/London", "", StandardPolicy.Document, default);
        PersonId refuser;
        await using (var head = await services.GetRequiredService<IHeads>().BeginAsync(id, default))
        {
            head.ConfirmRegister(head.Today, null);
            var oak = head.AddGroup("Oak", asksSeesaw: true, school.Teacher);
            head.LetTeach(school.Teacher, oak);
            Enrol(head, oak, "Ali First", ConsentAnswer.Given);
            Enrol(head, oak, "Bea Second", ConsentAnswer.Given);
            refuser = Enrol(head, oak, refuserName, ConsentAnswer.Refused);
            head.AddDevice(new NewDevice("Oak iPad", "Apple", "iPad (9th generation)", "S1", oak, new DateOnly(2020, 9, 1)), null);
            await head.CommitAsync(default);
        }

        var made = new School(id, school.Teacher, refuser);
        made.Set(more);
        Directory.Move(school.Data, made.Data);
        school.Dispose();
        Directory.CreateDirectory(made.Class);
        return made;
    }

    /// <summary>The same school with all its data in a folder of its own.</summary>
    public School Copy()
    {
        SqliteConnection.ClearAllPools();
        var copy = new School(Id, Teacher, Refuser);
        foreach (var path in Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Data, Path.GetRelativePath(Data, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }

        foreach (var path in Directory.EnumerateDirectories(Data, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(copy.Data, Path.GetRelativePath(Data, path)));
        }

        return copy;
    }

    /// <summary>The program's services in this process, on this data folder.</summary>
    public ServiceProvider Services(Action<IServiceCollection>? change = null, ILoggerProvider? log = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        var services = new ServiceCollection().AddLogging(l =>
        {
            if (log is not null)
            {
                l.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
            }
        });
        services.AddMediaGuard(configuration, Data, TestPaths.Root);
        change?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public Task<(int ExitCode, string Output)> RunAsync(string command, params (string Name, string Value)[] more) => Mediaguard.RunAsync(Data, With(more), command);

    public Mediaguard Serve(params (string Name, string Value)[] more) =>
        Mediaguard.Start(Data, With(more), "serve", "--urls", $"http://127.0.0.1:{FreePort.Next()}");

    /// <summary>Puts a photo into the class's folder as a copying device would.</summary>
    public void Drop(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Class);
        var part = Path.Combine(Class, "." + name + ".tmp");
        File.WriteAllBytes(part, bytes);
        File.Move(part, Path.Combine(Class, name));
    }

    /// <summary>Says beforehand, of a content, that the pupil who refused is not in it and nobody from outside is: then it clears for Seesaw.</summary>
    public async Task ClearBeforehandAsync(ServiceProvider services, params byte[][] contents)
    {
        await using var head = await services.GetRequiredService<IHeads>().BeginAsync(Id, default);
        await head.AttestAsync(
            Teacher,
            [
                .. contents.Select(Sha).SelectMany(sha => (NewAttestation[])
                [
                    new(AttestationKind.Absent) { ContentSha256 = sha, Person = Refuser },
                    new(AttestationKind.NobodyFromOutside) { ContentSha256 = sha },
                ]),
            ],
            default);
        await head.CommitAsync(default);
    }

    public Task ClearAsync(ServiceProvider services, MediaId media) => services.GetRequiredService<IHumanActs>().SayAsync(
        Id,
        Teacher,
        [new(AttestationKind.Absent) { Media = media, Person = Refuser }, new(AttestationKind.NobodyFromOutside) { Media = media }],
        default);

    public static ImmutableArray<byte> Sha(byte[] content) => [.. SHA256.HashData(content)];

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static void RequireModels()
    {
        if (!File.Exists(Path.Combine(TestPaths.Root, "models", "weights", "ultraface-rfb320.onnx")))
        {
            Assert.Ignore("The models are not installed (mediaguard models install).");
        }
    }

    private static PersonId Enrol(HeadTransaction head, GroupId group, string name, ConsentAnswer answer)
    {
        var person = head.AddPerson(new NewPerson(PersonKind.Pupil, name, name.Split(' ')[0]), null);
        head.AddMembership(person, group, new DateOnly(2020, 9, 1), null, null);
        head.RecordConsent(person, new PurposeId("seesaw"), answer, new DateOnly(2020, 9, 1), null, "form", "", null);
        return person;
    }

    private void Set(IReadOnlyDictionary<string, string>? more)
    {
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
        {
            Settings[name] = value;
        }
    }

    private Dictionary<string, string> With((string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>(Settings);
        foreach (var (name, value) in more)
        {
            all[name] = value;
        }

        return all;
    }
}
