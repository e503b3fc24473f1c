using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Web.Pages;

/// <summary>What a finished contact sheet says of each picture.</summary>
internal static class SheetAnswer
{
    /// <summary>
    /// A tapped picture shows the people it was tapped for and none of the other listed ones; an untapped one shows none of them; and in no picture is
    /// anybody from outside the class. Nothing is said of anybody who was not on the list the teacher saw.
    /// </summary>
    public static IReadOnlyList<NewAttestation> Read(IEnumerable<MediaId> pictures, IReadOnlyCollection<PersonId> listed, IReadOnlySet<(MediaId, PersonId)> tapped) =>
    [
        .. pictures.Distinct().SelectMany(picture => listed
            .Select(person => new NewAttestation(tapped.Contains((picture, person)) ? AttestationKind.InPicture : AttestationKind.Absent) { Media = picture, Person = person })
            .Append(new NewAttestation(AttestationKind.NobodyFromOutside) { Media = picture })),
    ];

    /// <summary>The same as a batch: who was asked about, and who was tapped in which picture.</summary>
    public static NewBatch Batch(
        GroupId group, ChannelId channel, IEnumerable<MediaId> pictures, IReadOnlyCollection<PersonId> listed, IReadOnlySet<(MediaId, PersonId)> tapped) => new(
        group,
        channel,
        [.. listed],
        pictures.Distinct().ToImmutableDictionary(picture => picture, picture => listed.Where(person => tapped.Contains((picture, person))).ToImmutableHashSet()));
}
