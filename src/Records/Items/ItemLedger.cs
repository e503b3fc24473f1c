using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MediaGuard.Consent.Decisions;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Names;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Devices;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Items;

internal sealed class ItemLedger(IRecordsFactory factory, IHeads heads, TimeProvider clock) : IItemLedger
{
    /// <summary>How long an original that an open incident needs is left alone before it is looked at again.</summary>
    private static readonly TimeSpan IncidentLook = TimeSpan.FromDays(1);

    public async Task<MediaId?> NoticeAsync(SchoolInfo school, ShareFile file, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school.Id);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(file.RelativePath));
        var claim = await db.SourceClaims.AsNoTracking().FirstOrDefaultAsync(c => c.PathHash == hash, cancellationToken);
        if (claim is not null && claim.Length == file.Length && claim.ModifiedAt == file.ModifiedAt)
        {
            return null;
        }

        var devices = await db.Devices.AsNoTracking().Where(d => d.Folder != "").ToListAsync(cancellationToken);
        var device = devices.Where(d => DeviceFolders.Holds(d.Folder, file.RelativePath)).MaxBy(d => d.Folder.Length);
        if (device?.LostOn is not null)
        {
            return null; // whoever has it now has no way in by its folder
        }

        var folder = NameForms.Normalise(file.ClassFolder);
        var group = folder.Length == 0 ? null : await db.Groups.Where(g => g.NormalisedFolder == folder).Select(g => (GroupId?)g.Id).FirstOrDefaultAsync(cancellationToken);
        var now = Instant.Now(clock);
        var row = new MediaRow
        {
            SchoolId = school.Id,
            Id = MediaId.New(),
            Status = MediaStatus.Noticed,
            GroupId = group,
            NoticedAt = now,
            ArrivedOn = now.DayIn(school.Zone),
            SourcePath = file.RelativePath,
            SourceLength = file.Length,
            SourceModifiedAt = file.ModifiedAt,
            DeviceId = device?.Id,
            MovedAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Media.Add(row);
        if (claim is null)
        {
            db.SourceClaims.Add(new SourceClaimRow { SchoolId = school.Id, PathHash = hash, MediaId = row.Id, Length = file.Length, ModifiedAt = file.ModifiedAt });
        }
        else if (!await TakeOverAsync(db, claim, row, cancellationToken))
        {
            return null; // another process saw the change a moment ago
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsUniqueViolation(e))
        {
            return null; // another process claimed it a moment ago
        }

        await transaction.CommitAsync(cancellationToken);
        return row.Id;
    }

    public async Task<ItemSnapshot?> LoadAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var row = await db.Media.AsNoTracking().FirstOrDefaultAsync(m => m.Id == media, cancellationToken);
        return row is null ? null : Snapshot(row);
    }

    public async Task<Lease?> TryLeaseAsync(SchoolId school, MediaId media, string owner, TimeSpan span, int excused, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var row = await db.Media.FirstOrDefaultAsync(m => m.Id == media, cancellationToken);
        var now = Instant.Now(clock);
        if (row is null || (row.LeaseOwner is not null && row.LeaseUntil > now) || row.NotBefore > now)
        {
            return null;
        }

        row.LeaseOwner = owner;
        row.LeaseUntil = now + span;
        row.Fence++;
        row.Attempt = Math.Max(0, row.Attempt - excused) + 1;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null; // somebody else took it
        }

        return new Lease(Snapshot(row), owner, row.Fence, row.Attempt, row.LeaseUntil);
    }

    public async Task<bool> RenewAsync(Lease lease, TimeSpan span, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(lease.Item.School);
        var until = Instant.Now(clock) + span;
        return await db.Media.Where(m => m.Id == lease.Item.Media && m.Fence == lease.Fence && m.LeaseOwner == lease.Owner)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseUntil, until), cancellationToken) == 1;
    }

    public Task ReturnAsync(Lease lease, Instant notBefore, ReasonCode waiting, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease,
            (row, _) =>
            {
                row.Attempt = Math.Max(0, lease.Attempt - 1);
                row.NotBefore = notBefore;
                row.Waiting = waiting;
            },
            moved: false,
            cancellationToken);

    public Task FailAsync(Lease lease, Instant notBefore, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease,
            (row, _) =>
            {
                row.Attempt = lease.Attempt;
                row.NotBefore = notBefore;
                row.Waiting = ReasonCode.None;
            },
            moved: false,
            cancellationToken);

    public Task SaveVaultedAsync(Lease lease, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease,
            (row, db) =>
            {
                row.Status = MediaStatus.Vaulted;
                row.VaultedAt = Instant.Now(clock);
                db.Receipts.Add(Receipt(row, "vaulted", $"sha256 {Convert.ToHexStringLower(row.Sha256!)}, {row.Length} bytes, re-read and equal"));
            },
            moved: true,
            cancellationToken);

    /// <remarks>Under the lock, so that a photo judged by the inventory as it was before and a change of the inventory can't miss each other.</remarks>
    public async Task SaveUnderstoodAsync(Lease lease, Understanding understanding, ImmutableArray<NameHint> hints, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(understanding);
        await using var head = await heads.BeginAsync(lease.Item.School, cancellationToken);
        var db = head.Context;
        var row = await LeasedRowAsync(db, lease, cancellationToken);
        EndLease(row, head.Now);
        row.Status = MediaStatus.Understood;
        row.Format = understanding.Format;
        row.CameraMake = StorableText.Of(understanding.CameraMake);
        row.CameraModel = StorableText.Of(understanding.CameraModel);
        row.CameraSerial = StorableText.Of(understanding.CameraSerial);
        row.CapturedLocal = understanding.CapturedLocal is { } local ? DateTime.SpecifyKind(local, DateTimeKind.Unspecified) : null;
        row.CapturedOffsetMinutes = (int?)understanding.CapturedOffset?.TotalMinutes;
        row.TakenOn = PlausibleDay(understanding.CapturedLocal, row.ArrivedOn);
        row.HadLocation = understanding.HadLocation;
        row.MetadataKinds = string.Join(',', understanding.KindsOfMetadata);
        row.Device = await DeviceStandings.OfAsync(db, row.CameraModel, row.CameraSerial, row.ArrivedOn, cancellationToken);
        if (row.Device == DeviceStanding.Unknown)
        {
            await head.RaiseUnknownCameraAsync(row.CameraModel!, row.ArrivedOn, cancellationToken);
        }

        await db.FoundNames.Where(n => n.MediaId == row.Id).ExecuteDeleteAsync(cancellationToken);
        db.FoundNames.AddRange(understanding.Names.Select(n => new FoundNameRow
        {
            SchoolId = row.SchoolId,
            Id = Guid.CreateVersion7(),
            MediaId = row.Id,
            Field = StorableText.Of(n.Field),
            Text = StorableText.Of(n.Text),
        }));
        await db.FoundRegions.Where(r => r.MediaId == row.Id).ExecuteDeleteAsync(cancellationToken);
        db.FoundRegions.AddRange(understanding.Regions.Select(r => new FoundRegionRow
        {
            SchoolId = row.SchoolId,
            Id = Guid.CreateVersion7(),
            MediaId = row.Id,
            Kind = r.Kind,
            Name = StorableText.Of(r.Name),
            CentreX = r.Area?.CentreX,
            CentreY = r.Area?.CentreY,
            Width = r.Area?.Width,
            Height = r.Area?.Height,
        }));
        await db.NameHints.Where(h => h.MediaId == row.Id).ExecuteDeleteAsync(cancellationToken);
        db.NameHints.AddRange(hints.Select(h => new NameHintRow
        {
            SchoolId = row.SchoolId,
            MediaId = row.Id,
            PersonId = h.Person,
            Field = h.Field,
            Sureness = h.Sureness,
        }));
        await head.CommitAsync(cancellationToken);
    }

    public Task SaveCleanedAsync(Lease lease, RenditionId rendition, CleanedPicture picture, ImmutableArray<byte> sha256, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease,
            async (row, db) =>
            {
                row.Status = MediaStatus.Cleaned;
                row.RenditionId = rendition;
                var made = await db.Renditions.FirstOrDefaultAsync(r => r.Id == rendition, cancellationToken);
                if (made is null)
                {
                    made = new RenditionRow { SchoolId = row.SchoolId, Id = rendition, MediaId = row.Id };
                    db.Renditions.Add(made);
                }

                made.Width = picture.Width;
                made.Height = picture.Height;
                made.Length = picture.Jpeg.Length;
                made.Sha256 = [.. sha256];
                made.Removed = string.Join(',', picture.Removed.Select(r => $"{r.Key}:{r.Value}"));
                made.Notes = string.Join(',', picture.Notes);
                made.MadeAt = Instant.Now(clock);
            },
            moved: true,
            cancellationToken);

    public Task SaveDepartedAsync(Lease lease, SourceState outcome, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease,
            async (row, db) =>
            {
                row.SourceState = outcome;
                if (row.Status == MediaStatus.Decided)
                {
                    row.Status = MediaStatus.Departed;
                }

                if (row.Reason is ReasonCode.Deleted or ReasonCode.DeletedBefore)
                {
                    row.SourcePath = ""; // nothing is left to be removed by it
                    row.Sha256 = null;
                }

                await db.SourceClaims.Where(c => c.MediaId == row.Id).ExecuteDeleteAsync(cancellationToken);
                db.Receipts.Add(Receipt(row, "departed", outcome.ToString()));
            },
            moved: true,
            cancellationToken);

    public async Task<Instant> ShredDueAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        if (await db.Incidents.AnyAsync(i => i.MediaId == media && i.ClosedAt == null, cancellationToken))
        {
            return Instant.Now(clock) + IncidentLook; // closing the incident makes it due at once
        }

        if (!await db.Verdicts.AnyAsync(v => v.MediaId == media && v.IsCurrent && v.Verdict == Verdict.Held, cancellationToken))
        {
            return default;
        }

        var days = (await Policies.PolicyStore.CurrentAsync(db, cancellationToken)).ShredAfterDays;
        var vaulted = await db.Media.Where(m => m.Id == media).Select(m => m.VaultedAt ?? m.NoticedAt).SingleAsync(cancellationToken);
        return vaulted + TimeSpan.FromDays(days);
    }

    public Task SaveShreddedAsync(Lease lease, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease,
            (row, db) =>
            {
                row.Status = MediaStatus.Shredded;
                row.ShreddedAt = Instant.Now(clock);
                db.Receipts.Add(Receipt(row, "shredded", "original's key destroyed"));
            },
            moved: true,
            cancellationToken);

    /// <remarks>Under the lock: nothing of it may be queued or stay outside, and a custody that breaks is found out after copies left.</remarks>
    public async Task QuarantineAsync(Lease lease, ReasonCode reason, LeftoverKind leftover, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        await using var head = await heads.BeginAsync(lease.Item.School, cancellationToken);
        var row = await LeasedRowAsync(head.Context, lease, cancellationToken);
        EndLease(row, head.Now);
        row.Status = MediaStatus.Quarantined;
        row.Reason = reason;
        row.Leftover = leftover;

        // what is not in our custody stays on the device: nothing more to do
        row.NotBefore = row.VaultedAt is null ? new Instant(long.MaxValue) : default;
        await head.TakeBackAllAsync(row.Id, cancellationToken);
        await head.CommitAsync(cancellationToken);
    }

    public Task SaveGoneAsync(Lease lease, ReasonCode reason, MediaId? duplicateOf, ImmutableArray<byte> sha256, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease,
            async (row, db) =>
            {
                row.Status = MediaStatus.Gone;
                row.Reason = reason;
                row.DuplicateOf = duplicateOf;
                row.Sha256 = sha256.IsDefaultOrEmpty ? null : [.. sha256];
                if (reason is ReasonCode.SourceVanished or ReasonCode.SourceChanged)
                {
                    row.SourceState = reason is ReasonCode.SourceVanished ? SourceState.AlreadyGone : SourceState.Changed;
                    await db.SourceClaims.Where(c => c.MediaId == row.Id).ExecuteDeleteAsync(cancellationToken);
                }
            },
            moved: true,
            cancellationToken);

    public async Task<int> LookAgainAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var now = head.Now;
        MediaStatus[] seen = [MediaStatus.Seen, MediaStatus.Decided, MediaStatus.Departed, MediaStatus.Shredded];
        var count = await head.Context.Media
            .Where(m => m.Sight == Sight.Failed && m.RenditionId != null && seen.Contains(m.Status) && (m.LeaseOwner == null || m.LeaseUntil < now))
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Status, MediaStatus.Cleaned).SetProperty(m => m.Fence, m => m.Fence + 1)
                    .SetProperty(m => m.LeaseOwner, (string?)null).SetProperty(m => m.NotBefore, now).SetProperty(m => m.EnqueuedAt, new Instant(0)),
                cancellationToken);
        count += await head.Context.Renditions.Where(r => r.Kind == RenditionKind.Redacted && r.Sight == Sight.Failed && r.MadeAt != default(Instant))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.MadeAt, default(Instant)).SetProperty(r => r.Sight, Sight.NotSeen), cancellationToken);
        await head.CommitAsync(cancellationToken);
        return count;
    }

    public async Task<IReadOnlyList<MediaId>> TakeDueAsync(SchoolId school, int atMost, TimeSpan notAgainFor, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var before = now - notAgainFor;
        await using (var db = factory.Open(school))
        {
            if (!await Due(db, now).AnyAsync(m => m.EnqueuedAt < before, cancellationToken))
            {
                return [];
            }
        }

        // under the lock, so that two sweeps at once share the queue instead of both taking all of it
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var ids = await Due(head.Context, now).Where(m => m.EnqueuedAt < before)
            .OrderBy(m => m.Id).Select(m => m.Id).Take(atMost).ToListAsync(cancellationToken);
        await head.Context.Media.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.EnqueuedAt, now), cancellationToken);
        await head.CommitAsync(cancellationToken);
        return ids;
    }

    public async Task<Traffic> TrafficAsync(SchoolId school, TimeSpan limit, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var since = Instant.Now(clock) - limit;
        var moving = await db.Media.CountAsync(m => m.Status < MediaStatus.Departed, cancellationToken);
        var still = await StandingStill(db, since).CountAsync(cancellationToken);
        var waiting = await db.Media.CountAsync(m => m.Status < MediaStatus.Departed && m.Waiting != ReasonCode.None, cancellationToken);
        return new Traffic(moving, still, waiting);
    }

    public async Task<IReadOnlyList<VaultObject>> FindOrphansAsync(SchoolId school, IReadOnlyCollection<VaultObject> objects, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        if (await db.Heads.AnyAsync(h => h.RestoredTo != null, cancellationToken))
        {
            return [];
        }

        var unneeded = await UnneededAsync(db, school, objects, cancellationToken);
        var stranded = await Stranded.AmongAsync(db, unneeded, cancellationToken);
        return [.. unneeded.Where(o => !stranded.Contains(o))];
    }

    public async Task<IReadOnlyList<VaultObject>> FindStrandedAsync(SchoolId school, IReadOnlyCollection<VaultObject> objects, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return [.. await Stranded.AmongAsync(db, await UnneededAsync(db, school, objects, cancellationToken), cancellationToken)];
    }

    /// <summary>Items that have not moved since then: not taken up, put off again and again, or stuck in a step. What waits for a day set for it is not among them.</summary>
    internal static IQueryable<MediaRow> StandingStill(RecordsContext db, Instant since) =>
        OnTheWay(db).Where(m => m.MovedAt < since && (m.NotBefore < since || m.Waiting != ReasonCode.None));

    internal static ItemSnapshot Snapshot(MediaRow row) => new(
        row.SchoolId,
        row.Id,
        row.Kind,
        row.Status,
        row.Reason,
        row.DuplicateOf,
        row.SourcePath,
        row.SourceLength,
        row.SourceModifiedAt,
        row.SourceState,
        row.Sha256 is null ? [] : [.. row.Sha256],
        row.Length,
        row.VaultedAt,
        row.NoticedAt,
        row.Format,
        row.RenditionId,
        row.Sight,
        row.Waiting)
    {
        Group = row.GroupId,
    };

    /// <summary>Takes the leased row from inside a caller's transaction, or throws.</summary>
    internal static async Task<MediaRow> LeasedRowAsync(RecordsContext db, Lease lease, CancellationToken cancellationToken)
    {
        var row = await db.Media.FirstOrDefaultAsync(m => m.Id == lease.Item.Media, cancellationToken);
        return row is not null && row.Fence == lease.Fence && row.LeaseOwner == lease.Owner ? row : throw new LeaseLostException(lease.Item.Media);
    }

    /// <summary>Ends the lease of a row that moved on.</summary>
    internal static void EndLease(MediaRow row, Instant now)
    {
        row.LeaseOwner = null;
        row.LeaseUntil = default;
        row.Attempt = 0;
        row.Waiting = ReasonCode.None;
        row.NotBefore = default;
        row.MovedAt = now;
    }

    private static async Task<List<VaultObject>> UnneededAsync(RecordsContext db, SchoolId school, IReadOnlyCollection<VaultObject> objects, CancellationToken cancellationToken)
    {
        var originals = (await db.Media
            .Where(m => m.Status != MediaStatus.Gone && m.Status != MediaStatus.Shredded && m.ShreddedAt == null)
            .Select(m => m.Id).ToListAsync(cancellationToken)).Select(m => m.Value).ToHashSet();
        var renditions = (await db.Media.Where(m => m.Status != MediaStatus.Gone).Select(m => m.Id).ToListAsync(cancellationToken)).Select(m => m.Value).ToHashSet();
        renditions.UnionWith((await db.Renditions.Select(r => r.Id).ToListAsync(cancellationToken)).Select(r => r.Value));
        var references = (await db.References.Select(r => r.Id).ToListAsync(cancellationToken)).ToHashSet();
        return
        [
            .. objects.Where(o => o.School == school && !(o.Kind switch
            {
                VaultKind.Original => originals,
                VaultKind.Rendition => renditions,
                VaultKind.Reference => references,
            }).Contains(o.Id)),
        ];
    }

    /// <summary>Moves a claim to the item of the changed file; false when another process did.</summary>
    private static async Task<bool> TakeOverAsync(RecordsContext db, SourceClaimRow claim, MediaRow row, CancellationToken cancellationToken)
    {
        var taken = await db.SourceClaims.Where(c => c.PathHash == claim.PathHash && c.MediaId == claim.MediaId && c.Length == claim.Length && c.ModifiedAt == claim.ModifiedAt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.MediaId, row.Id).SetProperty(c => c.Length, row.SourceLength).SetProperty(c => c.ModifiedAt, row.SourceModifiedAt),
                cancellationToken);
        await db.Media.Where(m => m.Id == claim.MediaId && m.SourceState == SourceState.Present)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SourceState, SourceState.Changed), cancellationToken);
        return taken == 1;
    }

    private static IQueryable<MediaRow> OnTheWay(RecordsContext db) => db.Media.Where(m =>
        m.Status < MediaStatus.Shredded || ((m.Status == MediaStatus.Quarantined || m.Status == MediaStatus.Gone) && m.SourceState == SourceState.Present));

    private static IQueryable<MediaRow> Due(RecordsContext db, Instant now) =>
        OnTheWay(db).Where(m => m.NotBefore <= now && (m.LeaseOwner == null || m.LeaseUntil <= now));

    private static DateOnly? PlausibleDay(DateTime? captured, DateOnly arrived)
    {
        if (captured is not { } moment)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(moment);
        return day <= arrived.AddDays(1) && day >= arrived.AddYears(-1) ? day : null;
    }

    private ReceiptRow Receipt(MediaRow row, string kind, string detail) => new()
    {
        SchoolId = row.SchoolId,
        Id = Guid.CreateVersion7(),
        MediaId = row.Id,
        Kind = kind,
        Detail = detail,
        At = Instant.Now(clock),
    };

    private Task ChangeAsync(Lease lease, Action<MediaRow, RecordsContext> change, bool moved, CancellationToken cancellationToken) =>
        ChangeAsync(
            lease,
            (row, db) =>
            {
                change(row, db);
                return Task.CompletedTask;
            },
            moved,
            cancellationToken);

    private async Task ChangeAsync(Lease lease, Func<MediaRow, RecordsContext, Task> change, bool moved, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(lease.Item.School);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = await LeasedRowAsync(db, lease, cancellationToken);
        if (moved)
        {
            EndLease(row, Instant.Now(clock));
        }
        else
        {
            row.LeaseOwner = null;
            row.LeaseUntil = default;
            row.EnqueuedAt = default; // given back: whoever had it handed out is done with it
        }

        await change(row, db);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new LeaseLostException(lease.Item.Media);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
