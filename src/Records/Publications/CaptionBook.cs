using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Publications;

internal sealed class CaptionBook(IHeads heads, IRecordsFactory factory, TimeProvider clock) : ICaptionBook
{
    public async Task<IReadOnlyDictionary<MediaId, CaptionText>> ReadAsync(SchoolId school, IReadOnlyCollection<MediaId> media, ChannelId channel, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        return await db.Captions.AsNoTracking().Where(c => media.Contains(c.MediaId) && c.Channel == name).ToDictionaryAsync(
            c => c.MediaId,
            c => new CaptionText(
                c.Text,
                c.AltText,
                [.. c.Ordinary.Split('\n', StringSplitOptions.RemoveEmptyEntries)],
                [.. c.Names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(Guid.ParseExact(id, "N")))]),
            cancellationToken);
    }

    public async Task<bool> SaveAsync(SchoolId school, MediaId media, ChannelId channel, CaptionText caption, UserId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caption);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        var name = channel.Value;
        if (!await db.Queue.AnyAsync(q => q.MediaId == media && q.Channel == name, cancellationToken))
        {
            return false;
        }

        var row = await db.Captions.FirstOrDefaultAsync(c => c.MediaId == media && c.Channel == name, cancellationToken);
        if (caption.Text.Length + caption.AltText.Length == 0)
        {
            db.Captions.RemoveRange(row is null ? [] : [row]);
        }
        else
        {
            if (row is null)
            {
                row = new CaptionRow { SchoolId = school, MediaId = media, Channel = name };
                db.Captions.Add(row);
            }

            (row.Text, row.AltText) = (StorableText.Of(caption.Text), StorableText.Of(caption.AltText));
            row.Ordinary = StorableText.Of(string.Join('\n', caption.Ordinary));
            row.Names = string.Join(' ', caption.Names);
            (row.SavedAt, row.SavedBy) = (head.Now, by);
        }

        head.Audit("captioned", media.ToString(), $"{name} {caption.Names.Length} named {caption.Ordinary.Length} ordinary", by);
        await head.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlySet<PersonId>> MayBeNamedAsync(SchoolId school, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return new HashSet<PersonId>();
        }

        await using var db = factory.Open(school);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken));
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var register = await new SceneReader(db, Instant.Now(clock).DayIn(zone)).ReadRegisterAsync(head.RegisterVersion, people, cancellationToken);
        return people.Where(p => register.StandingOf(p, PurposeId.Names) == Standing.Given).ToHashSet();
    }
}
