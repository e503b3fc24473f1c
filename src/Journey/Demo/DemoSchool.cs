using System.Globalization;
using System.Security.Cryptography;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Demo;

/// <summary>A made-up school: two classes, thirty pupils with mixed consents, staff and devices. Every name is invented.</summary>
internal sealed class DemoSchool : IDemoSchool
{
    private const string Begun = "demo-begun";
    private const string Made = "demo-made";

    private static readonly PurposeId Seesaw = new("seesaw");
    private static readonly PurposeId Website = new("website");

    private static readonly string[] OakPupils =
    [
        "Amelia Stonecrop", "Benji Fernleigh", "Chloe Wrenfield", "Dev Patelhurst", "Esme Larkrise", "Finley Oakshade", "Grace Applegarth", "Hamza Meadowcroft",
        "Isla Thistledown", "Jack Harrowgate", "Kayla Brookmere", "Leo Penhaligan", "May Ashdown", "Noah Winterbourne", "Olivia Marshgate",
    ];

    private static readonly string[] ElmPupils =
    [
        "Priya Goldwater", "Quentin Foxglove", "Rose Kingsmead", "Sami Underhill", "Tilly Marchbank", "Umar Silverdale", "Violet Dunmore", "Will Haverstock",
        "Xanthe Pepperell", "Yusuf Cloverley", "Zara Millbrook", "Arlo Bramblewood", "Beatrix Fairholme", "Callum Thornbury", "Daisy Whitlock",
    ];

    private readonly IRecordsFactory records;
    private readonly ISchoolBooks schools;
    private readonly IHeads heads;
    private readonly SampleBox samples;
    private readonly TimeProvider clock;
    private readonly JourneyOptions options;

    public DemoSchool(IRecordsFactory records, ISchoolBooks schools, IHeads heads, SampleBox samples, TimeProvider clock, IOptions<JourneyOptions> options)
    {
        this.records = records;
        this.schools = schools;
        this.heads = heads;
        this.samples = samples;
        this.clock = clock;
        this.options = options.Value;
    }

    /// <inheritdoc/>
    public async Task<SchoolId?> FindOrMakeAsync(CancellationToken cancellationToken)
    {
        var here = await records.SchoolsAsync(cancellationToken);
        if (here.Count > 0)
        {
            return here[0].Name.EndsWith("(demo)", StringComparison.Ordinal) ? here[0].Id : null;
        }

        var policy = StandardPolicy.Document with
        {
            Channels = [.. StandardPolicy.Document.Channels.Select(c => c.Channel == "seesaw" ? c with { NoFaceSuffices = true } : c)],
        };
        return await schools.MakeAsync("Hollybank Primary (demo)", "Europe/London", "", policy, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> IsMadeAsync(SchoolId school, CancellationToken cancellationToken) => await schools.RecallSettingAsync(school, Made, cancellationToken) is not null;

    /// <inheritdoc/>
    public async Task<int> MakeAsync(SchoolId school, UserId teacher, UserId office, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var pictures = await samples.FetchAsync(progress, cancellationToken);

        // the moment is kept, so a demo that was interrupted goes on with the same pictures and the same content hashes
        var begun = await schools.RecallSettingAsync(school, Begun, cancellationToken);
        var moment = begun is null ? clock.GetUtcNow() : DateTimeOffset.Parse(begun, CultureInfo.InvariantCulture);
        var drop = SampleDrop.Prepare(pictures, new DateTimeOffset(moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, 0, TimeSpan.Zero).UtcDateTime);
        if (begun is null)
        {
            await using var head = await heads.BeginAsync(school, cancellationToken);
            var people = FillRegister(head, teacher, office);
            await head.FlushAsync(cancellationToken);
            await head.AttestAsync(teacher, [.. SaidBeforehand(drop, people)], cancellationToken);
            head.Remember(Begun, moment.ToString("O", CultureInfo.InvariantCulture));
            await head.CommitAsync(cancellationToken);
        }

        var count = await drop.WriteAsync(options.ShareFolder, progress, cancellationToken);
        await using var end = await heads.BeginAsync(school, cancellationToken);
        end.Audit("demo-made", school.ToString(), "", null);
        end.Remember(Made, "yes");
        await end.CommitAsync(cancellationToken);
        return count;
    }

    private static Dictionary<string, PersonId> FillRegister(HeadTransaction head, UserId teacher, UserId office)
    {
        var since = new DateOnly(head.Today.Month >= 9 ? head.Today.Year : head.Today.Year - 1, 9, 1);
        var oak = head.AddGroup("Oak", asksSeesaw: true, office);
        var elm = head.AddGroup("Elm", asksSeesaw: true, office);
        var people = new Dictionary<string, PersonId>();
        Enrol(head, people, OakPupils, oak, since, office);
        Enrol(head, people, ElmPupils, elm, since, office);
        AddStaff(head, people, "Ms Rowan Teasdale", oak, since, office);
        AddStaff(head, people, "Mr Idris Calloway", elm, since, office);
        head.AddDevice(new NewDevice("Oak iPad 1", "Apple", "iPad (9th generation)", "DMPDEMO0001", oak, since), office);
        head.AddDevice(new NewDevice("Elm iPad 1", "Apple", "iPad Air (5th generation)", "DMPDEMO0002", elm, since), office);
        head.ConfirmRegister(head.Today, office);
        head.LetTeach(teacher, oak);
        head.LetTeach(teacher, elm);
        return people;
    }

    private static IEnumerable<NewAttestation> SaidBeforehand(SampleDrop drop, Dictionary<string, PersonId> people)
    {
        var refusers = OakPupils.Select((name, i) => (name, i)).Where(p => !SaysYes(p.i, Website) || !SaysYes(p.i, Seesaw)).Select(p => people[p.name]).ToList();
        foreach (var said in Said(drop.EverybodyNamed, ["Benji Fernleigh", "Chloe Wrenfield", "Esme Larkrise", "Finley Oakshade"], refusers))
        {
            yield return said;
        }

        yield return new NewAttestation(AttestationKind.AskedFor) { ContentSha256 = Sha(drop.EverybodyNamed), Channel = ChannelId.Website };

        // Dev's parents refused Seesaw and the website
        foreach (var said in Said(drop.OneRefused, ["Benji Fernleigh", "Chloe Wrenfield", "Dev Patelhurst"], [.. refusers.Where(p => p != people["Dev Patelhurst"])]))
        {
            yield return said;
        }

        IEnumerable<NewAttestation> Said(byte[] content, string[] named, List<PersonId> absent)
        {
            foreach (var name in named)
            {
                yield return new NewAttestation(AttestationKind.InPicture) { ContentSha256 = Sha(content), Person = people[name] };
            }

            foreach (var person in absent)
            {
                yield return new NewAttestation(AttestationKind.Absent) { ContentSha256 = Sha(content), Person = person };
            }

            yield return new NewAttestation(AttestationKind.NobodyFromOutside) { ContentSha256 = Sha(content) };
        }
    }

    private static System.Collections.Immutable.ImmutableArray<byte> Sha(byte[] content) => [.. SHA256.HashData(content)];

    /// <summary>Of fifteen pupils: three refuse the website, one of them Seesaw too, and one is not on record for either.</summary>
    private static bool SaysYes(int index, PurposeId purpose) => index switch
    {
        3 => false,
        7 or 11 => purpose == Seesaw,
        13 => false,
        _ => true,
    };

    private static void Enrol(HeadTransaction head, Dictionary<string, PersonId> people, string[] names, GroupId group, DateOnly since, UserId by)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var person = head.AddPerson(new NewPerson(PersonKind.Pupil, names[i], names[i].Split(' ')[0]), by);
            people[names[i]] = person;
            head.AddMembership(person, group, since, null, by);
            if (i == 13)
            {
                continue; // nobody has answered yet
            }

            foreach (var purpose in new[] { Seesaw, Website })
            {
                head.RecordConsent(person, purpose, SaysYes(i, purpose) ? ConsentAnswer.Given : ConsentAnswer.Refused, since, null, "form", "joining form, demo", by);
            }
        }
    }

    private static void AddStaff(HeadTransaction head, Dictionary<string, PersonId> people, string name, GroupId group, DateOnly since, UserId by)
    {
        var person = head.AddPerson(new NewPerson(PersonKind.Staff, name, name), by);
        people[name] = person;
        head.AddMembership(person, group, since, null, by);
        foreach (var purpose in new[] { Seesaw, Website })
        {
            head.RecordConsent(person, purpose, ConsentAnswer.Given, since, null, "form", "staff form, demo", by);
        }
    }
}
