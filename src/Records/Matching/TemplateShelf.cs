using System.Collections.Concurrent;
using System.Security.Cryptography;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Records.Matching;

/// <summary>Opened templates of enrolled people, in memory only. One is kept for as long as its row is the same, and overwritten when it goes.</summary>
/// <remarks>Opening six hundred keys for every photo would cost more than looking for its faces.</remarks>
internal sealed class TemplateShelf(ITemplateKeys keys)
{
    private readonly ConcurrentDictionary<(SchoolId School, PersonId Person), (byte[] Sealed, FaceEmbedding Template)> _open = new();

    /// <summary>The person's template; null when its key was destroyed or it is not what was stored.</summary>
    public async Task<FaceEmbedding?> OpenAsync(TemplateRow row, CancellationToken cancellationToken)
    {
        var name = (row.SchoolId, row.PersonId);
        if (_open.TryGetValue(name, out var known) && known.Sealed.AsSpan().SequenceEqual(row.Sealed))
        {
            return known.Template;
        }

        Forget(row.SchoolId, row.PersonId);
        if (await keys.OpenAsync(row.SchoolId, row.PersonId, row.Sealed, cancellationToken) is not { Length: FaceEmbedding.Bytes } plain)
        {
            return null;
        }

        var template = FaceEmbedding.FromBytes(plain);
        CryptographicOperations.ZeroMemory(plain);
        _open[name] = (row.Sealed, template);
        return template;
    }

    public void Forget(SchoolId school, PersonId person)
    {
        if (_open.TryRemove((school, person), out var known))
        {
            known.Template.Clear();
        }
    }

    /// <summary>Forgets everybody of the school who has no row any more, whoever removed it.</summary>
    public void ForgetAllBut(SchoolId school, IReadOnlySet<PersonId> enrolled)
    {
        foreach (var (owner, person) in _open.Keys.Where(name => name.School == school && !enrolled.Contains(name.Person)))
        {
            Forget(owner, person);
        }
    }
}
