using System.Collections.Immutable;
using CsCheck;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

/// <summary>A scene, the people around it and the school's rules, made at random.</summary>
/// <param name="ConfirmedDaysAgo">When the register was last known to be right; null for never.</param>
internal sealed record World(Scene Scene, ImmutableArray<RegisteredPerson> People, SchoolPolicy Policy, int? ConfirmedDaysAgo)
{
    public Decision Decide(int daysOn = 0) =>
        new DecisionEngine().Decide(Scene, Register(daysOn), Policy);

    public RegisterSnapshot Register(int daysOn = 0) =>
        new(7, Today.AddDays(daysOn), People, ConfirmedDaysAgo is { } days ? Today.AddDays(-days) : null);

    /// <summary>The channels this world clears.</summary>
    public ImmutableHashSet<ChannelId> Cleared(int daysOn = 0) =>
        [.. Decide(daysOn).Channels.Where(made => made.Verdict is Verdict.Cleared).Select(made => made.Channel)];

    public override string ToString() => $"{Decide().Flat()} from {string.Join("; ", Scene.Faces)} pool {Scene.Pool?.Count} named {Scene.Named.Count} absent {Scene.Absent.Count} outside {Scene.NobodyFromOutside} else {Scene.NobodyElse}";
}

internal static class Worlds
{
    private const int Many = 5;
    private static readonly ImmutableArray<PersonId> Ids = Persons(Many);
    private static readonly ChannelId Unlisted = new("press");

    private static readonly Gen<ImmutableHashSet<PersonId>> SomePeople =
        Gen.Int[0, (1 << Many) - 1].Select(bits => Ids.Where((_, n) => (bits >> n & 1) == 1).ToImmutableHashSet());

    // A few people only, so that the pool is not always emptied or everybody named.
    private static readonly Gen<ImmutableHashSet<PersonId>> FewPeople =
        Gen.Select(SomePeople, SomePeople, SomePeople, (a, b, c) => a.Intersect(b).Intersect(c));

    private static Gen<RegisteredPerson> PersonFrom(int latestStart) =>
        from index in Gen.Int[0, Many - 1]
        from mostlyYes in Gen.Int[0, 3]
        from records in (
            from answer in Gen.Enum<ConsentAnswer>()
            from start in Gen.Int[-30, latestStart]
            from length in Gen.Int[-2, 40].Nullable()
            from website in Gen.Bool
            select (answer, start, length, website)).Array[0, 4]
        from left in Gen.Int[-5, 40].Nullable(0.7)
        from marked in Gen.Int[0, 9]
        let id = Ids[index]
        select mostlyYes > 0
            ? Consenting(id)
            : new RegisteredPerson(
                id,
                PersonKind.Pupil,
                left is { } days ? Today.AddDays(days) : null,
                marked == 0,
                [],
                [.. records.Select((r, n) => Said(n, id, r.website ? Website : Build.Seesaw, r.answer, r.start, r.start + r.length))]);

    public static readonly Gen<RegisteredPerson> BegunPerson = PersonFrom(0);

    public static readonly Gen<RegisteredPerson> AnyPerson = PersonFrom(20);

    private static readonly Gen<SceneFace> AnyFace =
        from answer in Gen.Enum<FaceAnswer>()
        from doubtful in Gen.Int[0, 3]
        from small in Gen.Int[0, 3]
        from index in Gen.Int[0, Many]
        from suggested in Gen.Int[0, 3 * Many]
        from id in Gen.Int
        select new SceneFace(
            new FaceId(new Guid(id, 1, 0, new byte[8])),
            new PixelBox(0, 0, small == 0 ? 20 : 80, 90),
            doubtful == 0,
            answer,
            answer is FaceAnswer.Named && index < Many ? Ids[index] : null)
        {
            Suggested = suggested < Many ? Ids[suggested] : null,
        };

    private static readonly Gen<ChannelApproval> AnyApproval =
        from website in Gen.Bool
        from codes in Gen.Enum<ReasonCode>().Array[0, 20]
        from teacher in Gen.Int[0, 3]
        from since in Gen.Bool
        select new ChannelApproval(website ? ChannelId.Website : ChannelId.Seesaw, teacher == 0 ? Teacher : Build.Office, [.. codes]) { IsSinceLastWord = since };

    public static readonly Gen<BatchHold> AnyBatch =
        from disputed in Gen.Bool
        from before in Gen.Int[0, 3]
        select new BatchHold(disputed, [.. new[] { ChannelId.Seesaw, ChannelId.Website }.Where((_, n) => (before >> n & 1) == 1)]);

    private static readonly Gen<Scene> AnyScene =
        from faces in AnyFace.Array[0, 3]
        from pool in SomePeople
        from poolKnown in Gen.Int[0, 7]
        from named in FewPeople
        from absent in FewPeople
        from hints in FewPeople
        from flags in Gen.Int[0, 3]
        from trouble in Gen.Int[0, 19]
        from device in Gen.Enum<DeviceStanding>()
        from approvals in AnyApproval.Array[0, 2]
        from batches in AnyBatch.Array[0, 2]
        from batched in Gen.Int[0, 5]
        from takenBack in Gen.Int[0, 15]
        select Seen(faces) with
        {
            Pool = poolKnown == 0 ? null : pool,
            Named = named,
            Absent = absent,
            NameHints = hints,
            NobodyFromOutside = (flags & 1) == 0,
            NobodyElse = (flags & 2) == 0,
            HasRendition = trouble != 0,
            Sight = trouble switch { 1 => Sight.Failed, 2 => Sight.NotSeen, _ => Sight.Seen },
            Refusals = trouble == 3 ? [new ChannelRefusal(ChannelId.Seesaw, ReasonCode.RefusedByOffice)] : [],
            Device = trouble > 10 ? DeviceStanding.Known : device,
            Approvals = [.. approvals],
            Batches = batched == 0 ? [.. batches] : [],
            TakenBack = takenBack switch { 0 => [ChannelId.Seesaw], 1 => [ChannelId.Website], _ => [] },
            AttestedBy = [Teacher],
            AskedFor = [ChannelId.Seesaw, ChannelId.Website, Unlisted],
        };

    public static readonly Gen<World> Any =
        from scene in AnyScene
        from people in BegunPerson.Array[0, 6]
        from noFace in Gen.Bool
        from manyFaces in Gen.Int[1, 4]
        from hold in Gen.Bool
        from second in Gen.Int[0, 3]
        from maxAge in Gen.Int[0, 60].Nullable()
        from confirmed in Gen.Int[0, 60].Nullable(0.2)
        select new World(scene, [.. people.DistinctBy(p => p.Id)], PolicyWith(noFace, manyFaces, hold, second == 0, maxAge), confirmed);
}
