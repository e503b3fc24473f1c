using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Consent.Rules;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;

namespace MediaGuard.Publisher.Tests;

/// <summary>One picture of one named child that the register lets go to Seesaw, until somebody says otherwise.</summary>
internal static class Classroom
{
    public static readonly SchoolId School = SchoolId.New();
    public static readonly MediaId Media = MediaId.New();
    public static readonly PersonId Child = PersonId.New();
    public static readonly ReleaseRequest Request = new(School, Media, ChannelId.Seesaw, null);

    private static readonly DateOnly Today = new(2026, 6, 15);
    private static readonly PurposeId Seesaw = new("seesaw");

    public static RegisterSnapshot Register(params ConsentAnswer[] answers) => new(
        answers.Length,
        Today,
        [new RegisteredPerson(Child, PersonKind.Pupil, null, false, [], [.. answers.Select((answer, n) => new ConsentRecord(n, Child, Seesaw, answer, Today, null))])]);

    public static ReleaseGround Ground() => new(
        new Scene
        {
            Media = Media,
            Version = 1,
            HasRendition = true,
            Sight = Sight.Seen,
            Named = [Child],
            NobodyElse = true,
            AskedFor = [ChannelId.Seesaw],
        },
        Register(ConsentAnswer.Given),
        new SchoolPolicy(1, ImmutableDictionary<ChannelId, ChannelPolicy>.Empty.Add(ChannelId.Seesaw, new(ChannelId.Seesaw, [Seesaw], false, false)), 8, 40, true),
        RenditionId.New(),
        null);
}
