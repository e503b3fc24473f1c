using MediaGuard.Ingest.Cleaning.Likeness;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Matching;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Scenes;
using MediaGuard.Vision.Detection;

namespace MediaGuard.Journey.Steps;

/// <summary>Looks for faces, and compares them where that is allowed; notes what the picture looks like. Whatever keeps it from either is stored as such: unknown is no, and the photo is held.</summary>
internal sealed class SeeStep(IVault vault, Eyes eyes, Comparer comparer, IHeads heads) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        FaceSighting? sighting = null;
        var compared = Comparison.None;
        PerceptualHash? likeness = null;
        var failure = ReasonCode.NoRendition;
        if (item.Rendition is { } rendition)
        {
            var jpeg = await vault.ReadAsync(VaultObject.Rendition(item.School, rendition), cancellationToken);
            (sighting, failure, var picture) = eyes.Look(item.Media, jpeg, cancellationToken);
            likeness = picture is null ? null : PictureLikeness.Of(picture);
            compared = sighting is null ? Comparison.None : await comparer.CompareAsync(item.School, item.Media, picture!, sighting.Faces, cancellationToken);
        }

        await using var head = await heads.BeginAsync(item.School, cancellationToken);
        if (sighting is not null)
        {
            await head.SaveSeenAsync(lease, sighting.Faces, compared.Sighting?.Model is { } model ? sighting.Models.Add(model) : sighting.Models, sighting.Poor, cancellationToken);
            await head.SaveLikenessAsync(item.Media, likeness, cancellationToken);
            if (compared.Sighting is { } matches)
            {
                await head.SuggestAsync(item.Media, matches.Faces, cancellationToken);
            }
            else if (compared.Failure is not ReasonCode.None)
            {
                await head.NotComparedAsync(item.Media, compared.Failure, cancellationToken);
            }
        }
        else
        {
            await head.SaveUnseenAsync(lease, failure, cancellationToken);
        }

        await head.CommitAsync(cancellationToken);
        return StepOutcome.Saved;
    }
}
