using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>Content systems' tokens: each opens what is cleared for one school's website, and nothing else.</summary>
public interface ITokenBook
{
    /// <summary>Makes a token that ends by itself.</summary>
    Task<NewToken> MakeAsync(SchoolId school, string name, Instant expires, UserId by, CancellationToken cancellationToken);

    /// <summary>Every token, open ones first.</summary>
    Task<IReadOnlyList<TokenLine>> ListAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Ends a token; it opens nothing from then on.</summary>
    /// <returns>False when the school has no open one with this id.</returns>
    Task<bool> RevokeAsync(SchoolId school, Guid token, UserId by, CancellationToken cancellationToken);

    /// <summary>Whose token it is, and whether it opens anything; notes when it was last used.</summary>
    Task<(TokenStanding Standing, TokenVisit? Visit)> OpenAsync(string token, CancellationToken cancellationToken);
}
