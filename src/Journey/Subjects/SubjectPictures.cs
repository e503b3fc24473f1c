using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Subjects;

namespace MediaGuard.Journey.Subjects;

/// <summary>Makes copies of pictures in which one person may be seen and nobody else.</summary>
internal sealed class SubjectPictures(ISubjectBook book, ISideLog log, IVault vault, IFaceRedactor redactor, Eyes eyes)
{
    /// <summary>From this share of the two boxes on a face found again is the face known before.</summary>
    private const double SameFace = 0.4;

    /// <summary>Covers are widened by what is still found so often; then the picture is left out.</summary>
    private const int MostLooks = 4;

    /// <summary>Every other face is covered, and looked for again in what came of it: what is still found is covered, too.</summary>
    public async Task<(ReadOnlyMemory<byte>? Jpeg, SubjectGap Gap, bool ShowsOwnFace)> MakeAsync(SchoolId school, UserId by, PersonId person, MediaId media, CancellationToken cancellationToken)
    {
        var (ground, gap) = await book.GroundAsync(school, person, media, cancellationToken);
        if (ground is null)
        {
            return (null, gap, false);
        }

        if (!log.TryNote(school, by, media, ground.Rendition, LookSize.Copy))
        {
            return (null, SubjectGap.NotShown, false); // the books are out of reach: nothing goes out unnoted
        }

        try
        {
            var cleaned = await vault.ReadAsync(VaultObject.Rendition(school, ground.Rendition), cancellationToken);
            return Cover(media, ground, cleaned, cancellationToken);
        }
        catch (Exception e) when (e is MediaException || (e is VaultException lost && Surroundings.IsLost(lost)))
        {
            return (null, SubjectGap.NotShown, false);
        }
    }

    private (ReadOnlyMemory<byte>? Jpeg, SubjectGap Gap, bool ShowsOwnFace) Cover(MediaId media, SubjectGround ground, ReadOnlyMemory<byte> cleaned, CancellationToken cancellationToken)
    {
        var covered = ground.Others;
        for (var look = 0; look < MostLooks; look++)
        {
            var picture = redactor.Redact(cleaned, new PictureRedaction(covered, null));
            if (eyes.Look(media, picture.Jpeg, cancellationToken).Sighting is not { Poor: ReasonCode.None } sighting)
            {
                return (null, SubjectGap.NotLookedAt, false);
            }

            var strangers = sighting.Faces.Select(f => f.Box).Where(box => ground.Own.All(own => own.IntersectionOverUnion(box) < SameFace)).ToList();
            if (strangers.Count == 0)
            {
                return (picture.Jpeg, SubjectGap.None, !ground.Own.IsEmpty);
            }

            covered = covered.AddRange(strangers);
        }

        return (null, SubjectGap.StillSomebody, false);
    }
}
