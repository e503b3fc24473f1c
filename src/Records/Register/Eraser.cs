using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

/// <summary>
/// Removes what leads from a person's id to the person. Everything is said no first, so that what is out comes back; the ids stay in consents, attestations and the log,
/// which stay whole and lead to nobody.
/// </summary>
internal sealed class Eraser(HeadTransaction head, PersonRow person, UserId? by)
{
    private readonly RecordsContext db = head.Context;

    public async Task EraseAsync(PolicyDocument policy, CancellationToken cancellationToken)
    {
        head.NoToEverything(person.Id);
        foreach (var purpose in Purposes.Of(policy).Select(p => new PurposeId(p.Purpose)).Append(BiometricPerson.Purpose).Distinct())
        {
            head.RecordConsent(person.Id, purpose, ConsentAnswer.Refused, head.Today, null, HowSaid.Erasure, "", by, Purposes.BasisOf(policy, purpose));
        }

        await head.DestroyTemplateAsync(person.Id, by, cancellationToken);
        await EraseGuardiansAsync(cancellationToken);
        await EraseWordsAsync(cancellationToken);
        await EraseFoundNamesAsync(cancellationToken);
        var id = person.Id.ToString();
        await db.Captions.Where(c => c.Names.Contains(id)).ExecuteDeleteAsync(cancellationToken);
        foreach (var membership in await db.Memberships.Where(m => m.PersonId == person.Id && (m.Until == null || m.Until > head.Today)).ToListAsync(cancellationToken))
        {
            membership.Until = head.Today;
        }

        (person.FullName, person.PreferredName, person.NormalisedName, person.ExternalKey) = (PersonRow.ErasedName, PersonRow.ErasedName, "", null);
        (person.Nicknames, person.NormalisedNicknames) = ("", "");
        (person.YearGroup, person.IsProtected, person.RefusedBiometricsOn) = (null, false, null);
        person.LeftOn = person.LeftOn < head.Today ? person.LeftOn : head.Today;
        person.ErasedAt = head.Now;
        person.Version++;
        head.RegisterChanged("person-erased", person.Id.ToString(), "", by);
    }

    private async Task EraseGuardiansAsync(CancellationToken cancellationToken)
    {
        foreach (var guardian in await db.Guardians.Where(g => g.PersonId == person.Id).ToListAsync(cancellationToken))
        {
            await head.EndLinksAsync(guardian.Id, by, cancellationToken);
            await head.EndRequestsAsync(guardian.Id, null, cancellationToken);
            (guardian.Name, guardian.Email, guardian.EndedOn) = ("", "", guardian.EndedOn ?? head.Today);
            guardian.Version++;
        }
    }

    /// <summary>What people wrote: evidence, the reasons of protection, and what imports remember to be undone.</summary>
    private async Task EraseWordsAsync(CancellationToken cancellationToken)
    {
        await db.Consents.Where(c => c.PersonId == person.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Evidence, ""), cancellationToken);
        foreach (var protection in await db.Protections.Where(p => p.PersonId == person.Id).ToListAsync(cancellationToken))
        {
            (protection.Reason, protection.EndedAt, protection.EndedBy) = ("", protection.EndedAt ?? head.Now, protection.EndedBy ?? by);
        }

        await db.ImportSteps.Where(s => s.PersonId == person.Id).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.FullName, "").SetProperty(s => s.PreferredName, "").SetProperty(s => s.Email, "").SetProperty(s => s.Nicknames, "").SetProperty(s => s.ExternalKey, default(string?)), cancellationToken);

        // a file that waits to be applied may name anybody
        await db.ImportDrafts.ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Texts of photos that named the person: they were looked through when the photo came and are needed no more.</summary>
    /// <remarks>That the file names this id stays: it leads to nobody, and what waits because of it must not clear because the person is gone.</remarks>
    private async Task EraseFoundNamesAsync(CancellationToken cancellationToken)
    {
        var hints = await db.NameHints.AsNoTracking().Where(h => h.PersonId == person.Id).ToListAsync(cancellationToken);
        var named = hints.Select(h => h.MediaId).Distinct().ToList();
        var byPath = hints.Where(h => h.Field is NameField.FileName or NameField.Folder).Select(h => h.MediaId).Distinct().ToList();
        await db.FoundNames.Where(f => named.Contains(f.MediaId)).ExecuteDeleteAsync(cancellationToken);
        await db.FoundRegions.Where(r => named.Contains(r.MediaId)).ExecuteDeleteAsync(cancellationToken);
        var gone = await db.Media.AsNoTracking().Where(m => byPath.Contains(m.Id) && m.SourceState != SourceState.Present).Select(m => new { m.Id, m.SourcePath }).ToListAsync(cancellationToken);
        foreach (var media in gone)
        {
            var folder = media.SourcePath.Split('/')[0];
            await db.Media.Where(m => m.Id == media.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SourcePath, folder + "/erased"), cancellationToken);
        }
    }
}
