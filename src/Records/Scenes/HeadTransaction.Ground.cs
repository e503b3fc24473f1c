using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>The ground of every item asked about that exists, read under the lock.</summary>
    public async Task<IReadOnlyDictionary<MediaId, SceneGround>> LoadGroundsAsync(IReadOnlyCollection<MediaId> media, CancellationToken cancellationToken) =>
        await new SceneReader(db, Today).ReadAsync(media, head.RegisterVersion, head.PolicyVersion, cancellationToken);

    /// <summary>The ground of one item, or null when it does not exist.</summary>
    public async Task<SceneGround?> LoadGroundAsync(MediaId media, CancellationToken cancellationToken) =>
        (await LoadGroundsAsync([media], cancellationToken)).GetValueOrDefault(media);
}
