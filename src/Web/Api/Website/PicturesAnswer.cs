namespace MediaGuard.Web.Api.Website;

/// <summary>A page of the list of what is cleared.</summary>
/// <param name="Next">Where the list goes on; null at its end.</param>
internal sealed record PicturesAnswer(IReadOnlyList<PictureAnswer> Pictures, string? Next);
