using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MediaGuard.Journey.Review;
using MediaGuard.Journey.Website;
using MediaGuard.Media;
using MediaGuard.Records.Publications;

namespace MediaGuard.Web.Api.Website;

/// <summary>Says of cleared pictures what a content system needs.</summary>
internal sealed class WebsiteCopies(IPublicationBook book, ICaptions captions)
{
    public static readonly ImmutableArray<(string Name, CopySize Size)> Sizes = [("web", CopySize.Web), ("print", CopySize.Print)];

    public static CopySize? SizeOf(string name) => Sizes.Where(s => s.Name == name).Select(s => (CopySize?)s.Size).FirstOrDefault();

    /// <summary>Changes when the picture does: after a blur or a crop. Says nothing of it.</summary>
    public static string EtagOf(ClearedCopy copy, string size) => $"\"{Hash([.. copy.Sha256.Span, .. Encoding.ASCII.GetBytes(size)])}\"";

    public static string EtagOf(byte[] answer) => $"\"{Hash(answer)}\"";

    public async Task<IReadOnlyList<PictureAnswer>> SayAsync(SchoolId school, IReadOnlyList<ClearedCopy> copies, CancellationToken cancellationToken)
    {
        var ids = copies.Select(c => c.Media).ToList();
        var written = await captions.ReadAsync(school, ids, ChannelId.Website, cancellationToken);
        var used = (await book.UsedAtAsync(school, ids, ChannelId.Website, cancellationToken)).ToLookup(u => u.Media, u => u.Address);
        return [.. copies.Select(copy => Say(copy, written.GetValueOrDefault(copy.Media), [.. used[copy.Media]]))];
    }

    private static PictureAnswer Say(ClearedCopy copy, Caption? caption, IReadOnlyList<string> addresses)
    {
        var leaves = caption is { MayLeave: true } ? caption : null;
        return new(copy.Media.ToString(), leaves?.Text ?? "", leaves?.AltText ?? "", caption is { MayLeave: false }, addresses, Sizes.ToDictionary(s => s.Name, s =>
        {
            var (width, height) = CopySizes.Fit(s.Size, copy.Width, copy.Height);
            return new SizeAnswer($"{WebsiteEndpoints.Root}/pictures/{copy.Media}/{s.Name}", width, height, EtagOf(copy, s.Name));
        }));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}
