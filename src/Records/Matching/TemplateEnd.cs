using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Matching;

/// <summary>Destroys what is biometric of a person, inside the transaction that ends the ground for it.</summary>
/// <remarks>
/// Rows first, then keys, then the commit: should the commit fail, what is left is a row that opens nothing, and the person is enrolled again.
/// The other order could leave a template that opens although its ground is gone.
/// </remarks>
internal sealed class TemplateEnd(ITemplateKeys keys, IVault vault, TemplateShelf shelf)
{
    /// <summary>Removes rows and suggestions. A face that was suggested becomes doubtful, so that nothing clears because a hold went.</summary>
    public static async Task<IReadOnlyList<Guid>> RemoveRowsAsync(RecordsContext db, PersonId person, CancellationToken cancellationToken)
    {
        await db.Templates.Where(t => t.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        var photos = await db.References.Where(r => r.PersonId == person).Select(r => r.Id).ToListAsync(cancellationToken);
        await db.References.Where(r => r.PersonId == person).ExecuteDeleteAsync(cancellationToken);
        var media = await db.Faces.Where(f => f.SuggestedPersonId == person).Select(f => f.MediaId).Distinct().ToListAsync(cancellationToken);
        await db.Faces.Where(f => f.SuggestedPersonId == person)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.SuggestedPersonId, default(PersonId?)).SetProperty(f => f.Match, Vision.Matching.MatchAnswer.NotSure).SetProperty(f => f.IsDoubtful, true), cancellationToken);
        await db.Media.Where(m => media.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.SceneVersion, m => m.SceneVersion + 1), cancellationToken);
        return photos;
    }

    /// <summary>Destroys the person's key and the photos' keys and bytes.</summary>
    public async Task DestroyAsync(SchoolId school, PersonId person, IEnumerable<Guid> photos, CancellationToken cancellationToken)
    {
        keys.Destroy(school, person);
        shelf.Forget(school, person);
        foreach (var photo in photos)
        {
            await vault.DestroyAsync(VaultObject.Reference(school, photo), cancellationToken);
        }
    }

    /// <summary>Seals a template under a fresh key of the person.</summary>
    public Task<byte[]> SealAsync(SchoolId school, PersonId person, ReadOnlyMemory<byte> template, CancellationToken cancellationToken) =>
        keys.SealAsync(school, person, template, cancellationToken);
}
