namespace MediaGuard.Web.Api.Website;

/// <summary>A picture at one size.</summary>
internal sealed record SizeAnswer(string Href, int Width, int Height, string Etag);
