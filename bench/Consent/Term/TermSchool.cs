using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;

namespace MediaGuard.Bench.Consent.Term;

/// <summary>The class, its register and policy, and photos of it made at random.</summary>
internal sealed class TermSchool
{
    private static readonly DateOnly Today = new(2026, 6, 15);
    private readonly TermModel model;
    private readonly Random random;
    private readonly ImmutableArray<PersonId> pupils;

    public TermSchool(TermModel model, Random random)
    {
        this.model = model;
        this.random = random;
        pupils = [.. Enumerable.Range(1, model.Pupils).Select(n => new PersonId(new Guid(n, 0, 0, new byte[8])))];
        Refusing = new Dictionary<ChannelId, ImmutableHashSet<PersonId>>
        {
            [ChannelId.Website] = [.. pupils.Take(model.RefuseWebsite)],
            [ChannelId.Seesaw] = [.. pupils.Skip(model.RefuseWebsite).Take(model.RefuseSeesaw)],
        };
        Register = new RegisterSnapshot(1, Today, pupils.Select(p => new RegisteredPerson(p, PersonKind.Pupil, null, false, [], [Said(1, p, ChannelId.Seesaw), Said(2, p, ChannelId.Website)])), Today);
    }

    public IReadOnlyDictionary<ChannelId, ImmutableHashSet<PersonId>> Refusing { get; }

    public RegisterSnapshot Register { get; }

    public SchoolPolicy Policy { get; } = new(
        1,
        new[]
        {
            new ChannelPolicy(ChannelId.Seesaw, [new PurposeId("seesaw")], NoFaceSuffices: true, IsPublic: false),
            new ChannelPolicy(ChannelId.Website, [new PurposeId("website")], NoFaceSuffices: false, IsPublic: true),
        }.ToImmutableDictionary(c => c.Channel),
        ManyFaces: 8,
        SmallFace: 40,
        HoldUnknownDevices: true);

    public TermPicture Take()
    {
        var kind = random.NextDouble();
        var count = kind < model.WithoutFaces ? 0 : kind < model.WithoutFaces + model.WithFew ? random.Next(1, 5) : random.Next(5, 10);
        var there = pupils.ToArray();
        random.Shuffle(there);
        var boxes = Enumerable.Range(0, count).Where(_ => random.NextDouble() >= model.Missed).Select(_ => Box(false)).ToList();
        if (random.NextDouble() < model.Invented)
        {
            boxes.Add(Box(random.Next(2) == 0));
        }

        return new TermPicture([.. there[..count]], new Scene
        {
            Media = new MediaId(Id()),
            Version = 1,
            HasRendition = true,
            Sight = Sight.Seen,
            Faces = [.. boxes],
            Pool = [.. pupils],
            Device = DeviceStanding.Known,
            AskedFor = random.Next(model.WebsiteOneIn) == 0 ? [ChannelId.Seesaw, ChannelId.Website] : [ChannelId.Seesaw],
        });
    }

    private SceneFace Box(bool doubtful) => new(new FaceId(Id()), new PixelBox(0, 0, 120, 140), doubtful, FaceAnswer.Unanswered, null);

    private Guid Id()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private ConsentRecord Said(long sequence, PersonId person, ChannelId purpose) =>
        new(sequence, person, new PurposeId(purpose.Value), Refusing[purpose].Contains(person) ? ConsentAnswer.Refused : ConsentAnswer.Given, Today.AddDays(-99), null);
}
