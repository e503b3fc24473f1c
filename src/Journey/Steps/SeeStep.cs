using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Matching;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Scenes;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Journey.Steps;

/// <summary>Looks for faces. Whatever keeps it from looking is stored as such: unknown is no, and the photo is held.</summary>
internal sealed class SeeStep(IVault vault, Eyes eyes, Comparer comparer, IHeads heads) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        FaceSighting? sighting = null;
        MatchSighting? matches = null;
        var failure = ReasonCode.NoRendition;
        if (item.Rendition is { } rendition)
        {
            var jpeg = await vault.ReadAsync(VaultObject.Rendition(item.School, rendition), cancellationToken);
            (sighting, failure, var picture) = eyes.Look(item.Media, jpeg, cancellationToken);
            matches = sighting is null ? null : await comparer.CompareAsync(item.School, item.Media, picture!, sighting.Faces, cancellationToken);
        }

        await using var head = await heads.BeginAsync(item.School, cancellationToken);
        if (sighting is not null)
        {
            await head.SaveSeenAsync(lease, sighting.Faces, matches?.Model is { } model ? sighting.Models.Add(model) : sighting.Models, sighting.Poor, cancellationToken);
            if (matches is not null)
            {
                await head.SuggestAsync(item.Media, matches.Faces, cancellationToken);
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
