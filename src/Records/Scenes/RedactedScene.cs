using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Media;
using MediaGuard.Records.Rows;

namespace MediaGuard.Records.Scenes;

/// <summary>The scene of the rendition that leaves for one channel.</summary>
/// <remarks>
/// A face of the picture is gone when the redaction removes it, and not because the detectors miss it the second time. What they see now and did
/// not see before is one face more. Who was named on a face that is gone, and on none that stays, is not in this rendition. Everybody else who was named
/// may be in it, also when the box they were named on was found only in another channel's.
/// </remarks>
internal static class RedactedScene
{
    /// <summary>From this share on a face lies under what was covered.</summary>
    private const double UnderCover = 0.3;

    /// <param name="whole">The scene of the picture as it was cleaned.</param>
    /// <param name="made">The rendition; null while it is not made.</param>
    /// <param name="boxes">Every box ever found on a rendition of this picture, or drawn on it.</param>
    public static Scene Of(
        Scene whole, ChannelId channel, PictureRedaction redaction, RenditionRow? made, IReadOnlyCollection<FaceRow> boxes, IReadOnlyCollection<AttestationRow> said)
    {
        var answers = new SceneFaces(said);
        var found = boxes.Where(b => made is not null && b.RenditionId == made.Id).OrderBy(b => b.Number).ToList();
        var staying = whole.Faces.Where(f => !redaction.Removes(f.Box))
            .Select(f => FoundAgain(f, found.FirstOrDefault(b => b.SameAs == f.Id))).ToList();
        var known = staying.Select(f => (FaceId?)f.Id).ToHashSet();
        var more = found.Where(b => !known.Contains(b.SameAs))
            .Select(answers.Of).Select(f => f with { IsUnderCover = redaction.Covers(f.Box) >= UnderCover }).ToList();
        ImmutableArray<SceneFace> faces = [.. staying, .. more];
        var named = boxes.Select(answers.Of).Where(f => f.IsNamed).ToLookup(f => redaction.Removes(f.Box), f => f.Person!.Value);
        var gone = named[true].Except(named[false]).ToImmutableHashSet();
        var sight = made is null ? Sight.NotSeen : whole.Sight < made.Sight ? whole.Sight : made.Sight;
        return whole with
        {
            HasRendition = made is not null,
            IsRedacted = true,
            Sight = sight,
            SightFailure = made is { SightFailure: not ReasonCode.None } && whole.Sight is Sight.Seen ? made.SightFailure : whole.SightFailure,
            Faces = faces,
            Named = whole.Named.Except(gone),
            Absent = whole.Absent.Union(gone),
            NameHints = whole.NameHints.Except(gone),
            AskedFor = whole.AskedFor.Intersect([channel]),
            Approvals = Approvals(said, made?.Id, null, faces.Length),
            TakenBack = [],
        };
    }

    /// <summary>What the second look doubted or suggested of a face nobody answered counts as well as the first's.</summary>
    private static SceneFace FoundAgain(SceneFace face, FaceRow? again) => again is null || face.IsAnswered
        ? face
        : face with { Suggested = face.Suggested ?? again.SuggestedPersonId, IsDoubtful = face.IsDoubtful || again.IsDoubtful };

    /// <summary>Approvals given while just this rendition was looked at, with as many boxes.</summary>
    /// <param name="unsaid">The rendition meant by approvals that name none.</param>
    internal static ImmutableArray<ChannelApproval> Approvals(IReadOnlyCollection<AttestationRow> said, RenditionId? rendition, RenditionId? unsaid, int faces)
    {
        var lastWord = said.Where(a => ChangesWhoIsInIt(a.Kind)).Select(a => a.At.Microseconds).DefaultIfEmpty(long.MinValue).Max();
        return
        [
            .. said.Where(a => a.Kind == AttestationKind.Approved && a.MediaId is not null && a.Channel is not null && a.FaceCount == faces
                && rendition is not null && (a.RenditionId ?? unsaid) == rendition)
                .Select(a => new ChannelApproval(new ChannelId(a.Channel!), a.By, [.. ReasonList.Parse(a.Reasons)]) { IsSinceLastWord = a.At.Microseconds >= lastWord }),
        ];
    }

    /// <remarks>What is taken out of a copy says nothing of who is in the picture, and an approval holds for one rendition only.</remarks>
    private static bool ChangesWhoIsInIt(AttestationKind kind) => kind is not (AttestationKind.Blurred or AttestationKind.Cropped
        or AttestationKind.AskedFor or AttestationKind.NotAskedFor or AttestationKind.Approved or AttestationKind.RefusedFor);
}
