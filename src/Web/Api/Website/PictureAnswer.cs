namespace MediaGuard.Web.Api.Website;

/// <summary>A picture that is cleared for the website now.</summary>
/// <param name="CaptionWithheld">There is a caption, and it may not leave any more.</param>
internal sealed record PictureAnswer(string Id, string Caption, string Alt, bool CaptionWithheld, IReadOnlyList<string> Addresses, IReadOnlyDictionary<string, SizeAnswer> Sizes)
{
    public override string ToString() => Id;
}
