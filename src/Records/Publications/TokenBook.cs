using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Storage;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Publications;

internal sealed class TokenBook(IHeads heads, IRecordsFactory factory, TimeProvider clock) : ITokenBook
{
    /// <summary>Using it is not worth a write more often.</summary>
    private static readonly TimeSpan UseNotedEvery = TimeSpan.FromMinutes(1);

    public async Task<NewToken> MakeAsync(SchoolId school, string name, Instant expires, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var token = WebsiteToken.Make();
        var row = new WebsiteTokenRow
        {
            SchoolId = school,
            Id = Guid.CreateVersion7(),
            Name = StorableText.Of(name),
            TokenHash = WebsiteToken.HashOf(token)!,
            MadeAt = head.Now,
            MadeBy = by,
            ExpiresAt = expires,
        };
        head.Context.WebsiteTokens.Add(row);
        head.Audit("website-token-made", row.Id.ToString("N"), "", by);
        await head.CommitAsync(cancellationToken);
        return new NewToken(row.Id, token);
    }

    public async Task<IReadOnlyList<TokenLine>> ListAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var now = Instant.Now(clock);
        var rows = await db.WebsiteTokens.AsNoTracking().OrderByDescending(t => t.Id).ToListAsync(cancellationToken);
        var makers = rows.ConvertAll(t => t.MadeBy.Value);
        var names = await db.Users.AsNoTracking().Where(u => u.SchoolId == school && makers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return
        [
            .. rows.Select(t => new TokenLine(t.Id, t.Name, StandingOf(t, now), t.MadeAt, names.GetValueOrDefault(t.MadeBy.Value), t.ExpiresAt, t.RevokedAt, t.LastUsedAt))
                .OrderBy(t => t.Standing),
        ];
    }

    public async Task<bool> RevokeAsync(SchoolId school, Guid token, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.WebsiteTokens.FirstOrDefaultAsync(t => t.Id == token && t.RevokedAt == null, cancellationToken) is not { } row)
        {
            return false;
        }

        (row.RevokedAt, row.RevokedBy) = (head.Now, by);
        head.Audit("website-token-revoked", row.Id.ToString("N"), "", by);
        await head.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<(TokenStanding Standing, TokenVisit? Visit)> OpenAsync(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (WebsiteToken.HashOf(token) is not { } hash)
        {
            return (TokenStanding.Wrong, null);
        }

        await using var db = factory.Open(default);
        if (await db.WebsiteTokens.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(t => t.TokenHash == hash, cancellationToken) is not { } row)
        {
            return (TokenStanding.Wrong, null);
        }

        var now = Instant.Now(clock);
        if (StandingOf(row, now) is not TokenStanding.Open and var closed)
        {
            return (closed, null);
        }

        if (row.LastUsedAt is not { } last || now - last > UseNotedEvery)
        {
            db.School = row.SchoolId;
            await db.WebsiteTokens.Where(t => t.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), cancellationToken);
        }

        return (TokenStanding.Open, new TokenVisit(row.SchoolId, new UserId(row.Id)));
    }

    private static TokenStanding StandingOf(WebsiteTokenRow token, Instant now) =>
        token.RevokedAt is not null ? TokenStanding.Revoked : token.ExpiresAt <= now ? TokenStanding.Expired : TokenStanding.Open;
}
