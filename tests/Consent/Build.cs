using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests;

/// <summary>Short words for what the tests are about.</summary>
internal static class Build
{
    public static readonly DateOnly Today = new(2026, 6, 15);
    public static readonly PurposeId Seesaw = new("seesaw");
    public static readonly PurposeId Website = new("website");
    public static readonly UserId Office = new(new Guid(1, 2, 3, new byte[8]));
    public static readonly UserId Teacher = new(new Guid(1, 2, 4, new byte[8]));

    public static readonly SchoolPolicy Policy = PolicyWith();

    public static SchoolPolicy PolicyWith(bool noFaceSuffices = true, int manyFaces = 8, bool holdUnknownDevices = true, bool secondApprover = false, int? registerMaxAge = null) => new(
        3,
        new[]
        {
            new ChannelPolicy(ChannelId.Seesaw, [Seesaw], noFaceSuffices, IsPublic: false, secondApprover),
            new ChannelPolicy(ChannelId.Website, [Website], NoFaceSuffices: noFaceSuffices, IsPublic: true, secondApprover),
        }.ToImmutableDictionary(channel => channel.Channel),
        manyFaces,
        40,
        holdUnknownDevices,
        registerMaxAge);

    public static ImmutableArray<PersonId> Persons(int count) =>
        [.. Enumerable.Range(1, count).Select(n => new PersonId(new Guid(n, 0, 0, new byte[8])))];

    public static RegisteredPerson Person(PersonId id, params ConsentRecord[] consents) =>
        new(id, PersonKind.Pupil, null, false, [], [.. consents]);

    public static ConsentRecord Said(long sequence, PersonId person, PurposeId purpose, ConsentAnswer answer, int from = -100, int? until = null) =>
        new(sequence, person, purpose, answer, Today.AddDays(from), until is { } last ? Today.AddDays(last) : null);

    /// <summary>Says yes to both purposes, except to those listed.</summary>
    public static RegisteredPerson Consenting(PersonId id, params PurposeId[] refusing) => Person(
        id,
        [.. new[] { Seesaw, Website }.Select((purpose, n) =>
            Said(n + 1, id, purpose, refusing.Contains(purpose) ? ConsentAnswer.Refused : ConsentAnswer.Given))]);

    public static RegisterSnapshot RegisterOf(params IEnumerable<RegisteredPerson> people) => new(7, Today, people);

    public static SceneFace Face(double size = 80, bool doubtful = false) =>
        new(FaceId.New(), new PixelBox(10, 10, size, size), doubtful, FaceAnswer.Unanswered, null);

    public static SceneFace Face(PersonId person) => Face() with { Answer = FaceAnswer.Named, Person = person };

    public static Scene Seen(params IEnumerable<SceneFace> faces) => new()
    {
        Media = new MediaId(new Guid(99, 0, 0, new byte[8])),
        Version = 5,
        HasRendition = true,
        Sight = Sight.Seen,
        ModelsVersion = "m1",
        Faces = [.. faces],
        AskedFor = [ChannelId.Seesaw, ChannelId.Website],
    };

    public static ChannelDecision For(this Decision decision, ChannelId channel) => decision.Channels.Single(made => made.Channel == channel);

    public static string Flat(this Decision decision) =>
        string.Join(" | ", decision.Channels.Select(made => $"{made.Channel} {made.Verdict}: {string.Join(", ", made.Reasons)}"));
}
