using System.Collections.Concurrent;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Looking;

internal sealed class SideLog(IRecordsFactory factory, IHeads heads, TimeProvider clock) : ISideLog, IDisposable
{
    /// <summary>As many looks as wait at most; a school of thirty looking at a thousand thumbnails each.</summary>
    public const int MostWaiting = 30_000;

    /// <summary>As many as one transaction writes or chains.</summary>
    private const int AtOnce = 5_000;

    private readonly ConcurrentQueue<ViewRow> noted = new();
    private readonly SemaphoreSlim writing = new(1, 1);
    private List<ViewRow> unwritten = [];
    private int waiting;

    public bool TryNote(SchoolId school, UserId by, MediaId media, RenditionId rendition, LookSize size)
    {
        if (Volatile.Read(ref waiting) >= MostWaiting)
        {
            return false;
        }

        Interlocked.Increment(ref waiting);
        noted.Enqueue(new ViewRow
        {
            SchoolId = school,
            Id = Guid.CreateVersion7(),
            MediaId = media,
            RenditionId = rendition,
            UserId = by,
            Size = Word(size),
            At = Instant.Now(clock),
        });
        return true;
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            while (Take())
            {
                foreach (var school in unwritten.GroupBy(l => l.SchoolId).ToList())
                {
                    await using var db = factory.Open(school.Key);
                    db.Views.AddRange(school);
                    await db.SaveChangesAsync(cancellationToken);
                    unwritten = [.. unwritten.Where(l => l.SchoolId != school.Key)];
                    Interlocked.Add(ref waiting, -school.Count());
                }
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task<int> ChainAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using (var db = factory.Open(school))
        {
            if (!await db.Views.AnyAsync(v => v.ChainedIn == 0, cancellationToken))
            {
                return 0;
            }
        }

        await using var head = await heads.BeginAsync(school, cancellationToken);
        var looks = await head.Context.Views.Where(v => v.ChainedIn == 0).Take(AtOnce).ToListAsync(cancellationToken);
        head.Audit(LookDigest.Act, "", LookDigest.Of(looks), null);
        looks.ForEach(l => l.ChainedIn = head.Head.AuditSequence);
        await head.CommitAsync(cancellationToken);
        return looks.Count;
    }

    public async Task<SideLogCheck> VerifyAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var digests = await db.Audit.AsNoTracking().Where(a => a.Act == LookDigest.Act).OrderBy(a => a.Sequence).Select(a => new { a.Sequence, a.Detail }).ToListAsync(cancellationToken);
        var held = 0L;
        foreach (var digest in digests)
        {
            var looks = await db.Views.AsNoTracking().Where(v => v.ChainedIn == digest.Sequence).ToListAsync(cancellationToken);
            if (LookDigest.Of(looks) != digest.Detail)
            {
                return new SideLogCheck(school, held, 0, digest.Sequence);
            }

            held += looks.Count;
        }

        var all = await db.Views.LongCountAsync(v => v.ChainedIn != 0, cancellationToken);
        var stray = all == held ? null : await db.Views.Where(v => v.ChainedIn != 0 && !db.Audit.Any(a => a.Sequence == v.ChainedIn && a.Act == LookDigest.Act)).MinAsync(v => (long?)v.ChainedIn, cancellationToken);
        return new SideLogCheck(school, held, await db.Views.LongCountAsync(v => v.ChainedIn == 0, cancellationToken), stray);
    }

    public async Task<IReadOnlyList<LookLine>> OfPersonAsync(SchoolId school, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken));
        var photos = new PhotosOf(db, [person]);
        var (named, absent, pool) = (photos.Named, photos.Absent, photos.Pool);
        var sets = db.PeopleSets.Where(s => s.PersonId == person).Select(s => (Guid?)s.SetId);
        var rested = db.Verdicts.Where(v => sets.Contains(v.RestsOn)).Select(v => v.MediaId);
        var looks = await db.Views.AsNoTracking()
            .Where(v => named.Contains(v.MediaId) || ((rested.Contains(v.MediaId) || pool.Contains(v.MediaId)) && !absent.Contains(v.MediaId)))
            .Select(v => new { v.UserId, v.MediaId, v.At, v.Size, IsNamed = named.Contains(v.MediaId) }).ToListAsync(cancellationToken);
        var users = looks.Select(l => l.UserId.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        foreach (var token in await db.WebsiteTokens.AsNoTracking().Where(t => users.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync(cancellationToken))
        {
            names[token.Id] = token.Name;
        }

        return
        [
            .. looks.GroupBy(l => (l.UserId, Day: l.At.DayIn(zone))).Select(g => new LookLine(
                g.Key.UserId,
                names.GetValueOrDefault(g.Key.UserId.Value, Words.Text("somebody who has left")),
                g.Key.Day,
                g.Select(l => l.MediaId).Distinct().Count(),
                g.Where(l => l.IsNamed).Select(l => l.MediaId).Distinct().Count(),
                g.Where(l => l.Size == Word(LookSize.Copy)).Select(l => l.MediaId).Distinct().Count(),
                g.MaxBy(l => l.At.Microseconds)!.At)).OrderByDescending(l => l.LastAt.Microseconds),
        ];
    }

    public void Dispose() => writing.Dispose();

    private static string Word(LookSize size) => size switch
    {
        LookSize.Thumb => "thumb",
        LookSize.View => "view",
        LookSize.Full => "full",
        LookSize.Copy => "copy",
    };

    /// <summary>What could not be written the last time comes first.</summary>
    private bool Take()
    {
        while (unwritten.Count < AtOnce && noted.TryDequeue(out var look))
        {
            unwritten.Add(look);
        }

        return unwritten.Count > 0;
    }
}
