using System.Collections.Immutable;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>
    /// Writes what a person said. An answer on a face replaces the earlier answer, asking for a channel replaces not asking, and absent replaces present;
    /// what is already said the same way is not said twice; a face added gets its box. What is said of a content replaces only what was said of that content. Affected scenes get the next version.
    /// Of a picture under seal nothing can be said.
    /// </summary>
    public async Task AttestAsync(UserId by, IReadOnlyCollection<NewAttestation> said, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(said);
        var asked = said.Select(s => s.Media).ToList();
        var underSeal = await db.Media.Where(m => asked.Contains(m.Id) && m.Status == MediaStatus.Sealed).Select(m => m.Id).ToListAsync(cancellationToken);
        said = underSeal.Count == 0 ? said : [.. said.Where(s => s.Media is not { } of || !underSeal.Contains(of))];
        var ids = said.Where(s => s.Media is not null).Select(s => s.Media).Distinct().ToList();
        var contents = said.Where(IsOfContent).Select(s => s.ContentSha256.ToArray()).ToList();
        var live = await db.Attestations
            .Where(a => a.RetractedAt == null && (ids.Contains(a.MediaId) || (a.MediaId == null && contents.Contains(a.ContentSha256!)))).ToListAsync(cancellationToken);
        var rows = await db.Media.AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        var faces = (await db.Faces.AsNoTracking().Where(f => ids.Contains(f.MediaId)).ToListAsync(cancellationToken)).ToLookup(f => f.MediaId);
        var takenBack = await db.Releases.Where(r => ids.Contains(r.MediaId) && r.RecallingAt != null).Select(r => r.MediaId).Distinct().ToListAsync(cancellationToken);
        var looked = await LoadGroundsAsync(said.Any(s => s.Kind == AttestationKind.Approved) ? [.. rows.Keys] : takenBack, cancellationToken);
        var held = looked.Values.Where(g => g.Scene.Redacted.Values.Append(g.Scene).Any(s => !s.TakenBack.IsEmpty)).Select(g => (MediaId?)g.Scene.Media).ToHashSet();
        foreach (var one in said)
        {
            // of what is held because it was taken back, saying the same again is news
            var isNews = held.Contains(one.Media);
            var same = live.Where(a => IsOfTheSame(a, one) && a.RetractedAt is null).ToList();
            if (same.Any(a => IsSame(a, one) && (!isNews || a.At == Now)))
            {
                continue;
            }

            var area = one.Kind switch
            {
                AttestationKind.Blurred => faces[one.Media!.Value].Where(f => f.Id == one.Face).Select(f => (PixelBox?)Box(f)).FirstOrDefault(),
                AttestationKind.Cropped => one.Area,
                _ => null,
            };
            if (one.Kind is AttestationKind.Blurred or AttestationKind.Cropped && area is null)
            {
                continue; // the detectors have looked again since, and the box is none any more
            }

            foreach (var earlier in same.Where(a => IsReplacedBy(a, one) || IsSame(a, one)))
            {
                Retract(earlier, by);
            }

            var drawn = one.Kind == AttestationKind.FaceAdded ? AddFace(rows[one.Media!.Value], faces[one.Media.Value], one.Area!.Value) : (FaceId?)null;
            var approved = one is { Kind: AttestationKind.Approved, Media: { } of2 } ? looked.GetValueOrDefault(of2) : null;
            var attestation = new AttestationRow
            {
                SchoolId = School,
                Id = Guid.CreateVersion7(),
                MediaId = one.Media,
                ContentSha256 = one.ContentSha256.IsDefaultOrEmpty ? null : [.. one.ContentSha256],
                Kind = one.Kind,
                PersonId = one.Person,
                FaceId = drawn ?? one.Face,
                GroupId = one.Group,
                Channel = one.Channel?.Value,
                Reasons = ReasonList.Join(one.Reasons.Select(code => new Reason(code)).Concat(one.Doubts)),
                FaceCount = approved?.Scene.For(one.Channel!.Value).Faces.Length ?? 0,
                RenditionId = approved?.RenditionFor(one.Channel!.Value),
                X = area?.X,
                Y = area?.Y,
                Width = area?.Width,
                Height = area?.Height,
                By = by,
                At = Now,
            };
            db.Attestations.Add(attestation);
            live.Add(attestation);
        }

        foreach (var group in said.Where(s => s.Media is not null).GroupBy(s => s.Media!.Value).Where(g => rows.ContainsKey(g.Key)))
        {
            Audit("attested", group.Key.ToString(), Kinds(group), by);
        }

        foreach (var group in said.Where(IsOfContent).GroupBy(s => Convert.ToHexString(s.ContentSha256.AsSpan())))
        {
            Audit("attested", "content", Kinds(group), by);
        }

        await ChangedRedactionsAsync(said.Where(s => s.Media is not null).Select(s => (s.Media!.Value, s.Kind)), cancellationToken);
        await RaiseSceneVersionAsync(db.Media.Where(m => ids.Contains(m.Id) || (m.Sha256 != null && contents.Contains(m.Sha256))), cancellationToken);
    }

    /// <summary>
    /// Takes back what was said of an item; with somebody who was there, also that nobody from outside is in it, and with the last word that names somebody, also that nobody else is. Takes back
    /// also beforehand of its content, by kind; narrowed to a channel, person or face where given.
    /// </summary>
    public async Task RetractAsync(UserId by, MediaId media, AttestationKind kind, PersonId? person, FaceId? face, ChannelId? channel, CancellationToken cancellationToken)
    {
        if (await db.Media.AnyAsync(m => m.Id == media && m.Status == MediaStatus.Sealed, cancellationToken))
        {
            return;
        }

        var sha256 = await db.Media.Where(m => m.Id == media).Select(m => m.Sha256).FirstOrDefaultAsync(cancellationToken);
        var live = await db.Attestations
            .Where(a => a.RetractedAt == null && a.Kind == kind && (a.MediaId == media || (a.MediaId == null && sha256 != null && a.ContentSha256 == sha256))).ToListAsync(cancellationToken);
        var name = channel?.Value;
        await RetractAsync(
            by, media, kind, live.FindAll(a => (person is null || a.PersonId == person) && (face is null || a.FaceId == face) && (name is null || a.Channel == name)), cancellationToken);
    }

    /// <summary>Takes back exactly these words of one kind, said of one item.</summary>
    private async Task RetractAsync(UserId by, MediaId media, AttestationKind kind, List<AttestationRow> meant, CancellationToken cancellationToken)
    {
        if (meant.Count == 0)
        {
            return;
        }

        meant.ForEach(a => Retract(a, by));
        var answers = kind == AttestationKind.FaceAdded ? await RetractAnswersAsync(by, [.. meant.Select(a => a.FaceId)], cancellationToken) : [];

        await ChangedRedactionsAsync([(media, kind)], cancellationToken);
        await RaiseSceneVersionAsync(db.Media.Where(m => m.Id == media), cancellationToken);
        Audit("retracted", media.ToString(), kind.ToString(), by);
        if (kind is AttestationKind.PoolAddsGroup or AttestationKind.PoolAddsPerson)
        {
            // whoever said that nobody from outside is in it had those taken away now in mind as well
            await RetractAsync(by, media, AttestationKind.NobodyFromOutside, null, null, null, cancellationToken);
        }

        if (await IsNamedNoMoreAsync(media, [.. meant.Concat(answers).Where(SceneFaces.IsName).Select(a => a.PersonId!.Value)], cancellationToken))
        {
            // whoever said that nobody else is in it had those named in mind
            await RetractAsync(by, media, AttestationKind.NobodyElse, null, null, null, cancellationToken);
        }
    }

    /// <summary>Whether no word names one of these in the picture any more.</summary>
    private async Task<bool> IsNamedNoMoreAsync(MediaId media, List<PersonId> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return false;
        }

        await FlushAsync(cancellationToken);
        var named = await db.Attestations.Where(a => a.MediaId == media && a.RetractedAt == null && a.PersonId != null && (a.Kind == AttestationKind.InPicture || a.Kind == AttestationKind.OnFace))
            .Select(a => a.PersonId!.Value).ToListAsync(cancellationToken);
        return people.Except(named).Any();
    }

    /// <remarks>In the database and not on a tracked row: a step that takes its lease meanwhile must not cost a person what they said.</remarks>
    private static Task<int> RaiseSceneVersionAsync(IQueryable<MediaRow> media, CancellationToken cancellationToken) =>
        media.ExecuteUpdateAsync(set => set.SetProperty(m => m.SceneVersion, m => m.SceneVersion + 1), cancellationToken);

    /// <remarks>A face that is not one any more takes its blur with it, so that counts too.</remarks>
    private Task ChangedRedactionsAsync(IEnumerable<(MediaId Media, AttestationKind Kind)> said, CancellationToken cancellationToken)
    {
        var changed = said.Where(s => s.Kind is AttestationKind.Blurred or AttestationKind.Cropped or AttestationKind.FaceAdded).Select(s => s.Media).Distinct().ToList();
        return changed.Count == 0 ? Task.CompletedTask : OrderRedactionsAsync(changed, cancellationToken);
    }

    private FaceId AddFace(MediaRow media, IEnumerable<FaceRow> known, PixelBox area)
    {
        var drawnNow = db.Faces.Local.Where(f => f.MediaId == media.Id);
        var face = new FaceRow
        {
            SchoolId = School,
            Id = FaceId.New(),
            MediaId = media.Id,
            RenditionId = media.RenditionId ?? throw new InvalidOperationException("A face can be added only to a picture that was cleaned."),
            Number = known.Concat(drawnNow).Select(f => f.Number).DefaultIfEmpty(0).Max() + 1,
            X = area.X,
            Y = area.Y,
            Width = area.Width,
            Height = area.Height,
            Confidence = 1,
            SeenBy = FaceRow.Hand,
        };
        db.Faces.Add(face);
        return face.Id;
    }

    /// <summary>What was said of a face that is not one any more goes with it.</summary>
    private async Task<List<AttestationRow>> RetractAnswersAsync(UserId by, List<FaceId?> faces, CancellationToken cancellationToken)
    {
        var answers = (await db.Attestations.Where(a => a.RetractedAt == null && a.FaceId != null && faces.Contains(a.FaceId)).ToListAsync(cancellationToken)).FindAll(a => a.RetractedAt is null);
        answers.ForEach(a => Retract(a, by));
        return answers;
    }

    private static bool IsOfContent(NewAttestation said) => said.Media is null && !said.ContentSha256.IsDefaultOrEmpty;

    private static bool IsOfTheSame(AttestationRow row, NewAttestation said) =>
        said.Media is not null ? row.MediaId == said.Media : row.MediaId is null && IsOfContent(said) && said.ContentSha256.AsSpan().SequenceEqual(row.ContentSha256);

    private static string Kinds(IEnumerable<NewAttestation> said) => string.Join(',', said.Select(s => s.Kind).Distinct());

    private static bool IsSame(AttestationRow row, NewAttestation said) =>
        row.Kind == said.Kind && row.PersonId == said.Person && row.FaceId == said.Face && row.GroupId == said.Group && row.Channel == said.Channel?.Value
        && (row.Kind is not AttestationKind.Cropped || (row.X, row.Y, row.Width, row.Height) == (said.Area?.X, said.Area?.Y, said.Area?.Width, said.Area?.Height))
        && row.Kind is not AttestationKind.Approved and not AttestationKind.RefusedFor and not AttestationKind.FaceAdded;

    private static bool IsReplacedBy(AttestationRow earlier, NewAttestation said) => said.Kind switch
    {
        AttestationKind.OnFace or AttestationKind.NotAFace or AttestationKind.NotAPupil =>
            (earlier.Kind is AttestationKind.OnFace or AttestationKind.NotAFace or AttestationKind.NotAPupil && earlier.FaceId == said.Face)
            || (said.Kind == AttestationKind.OnFace && earlier.Kind == AttestationKind.Absent && earlier.PersonId == said.Person),
        AttestationKind.Cropped => earlier.Kind == AttestationKind.Cropped && earlier.Channel == said.Channel?.Value,
        AttestationKind.InPicture => earlier.Kind == AttestationKind.Absent && earlier.PersonId == said.Person,
        AttestationKind.Absent => earlier.Kind == AttestationKind.InPicture && earlier.PersonId == said.Person,
        AttestationKind.AskedFor or AttestationKind.NotAskedFor =>
            earlier.Kind is AttestationKind.AskedFor or AttestationKind.NotAskedFor && earlier.Channel == said.Channel?.Value,
        AttestationKind.Approved => earlier.Kind is AttestationKind.Approved or AttestationKind.RefusedFor && earlier.Channel == said.Channel?.Value,
        AttestationKind.RefusedFor => earlier.Kind is AttestationKind.Approved or AttestationKind.RefusedFor && (said.Channel is null || earlier.Channel == said.Channel?.Value),
        _ => false,
    };

    private void Retract(AttestationRow row, UserId by)
    {
        row.RetractedAt = Now;
        row.RetractedBy = by;
    }
}
