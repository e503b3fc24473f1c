using System.Collections.Immutable;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Records.Publications;

namespace MediaGuard.Journey.Website;

internal sealed class Captions(INameIndexSource register, INameFinder finder, ICaptionBook book) : ICaptions
{
    public async Task<CaptionAnswer> SaveAsync(
        SchoolId school, MediaId media, ChannelId channel, string text, string altText, IReadOnlyCollection<string> ordinary, UserId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ordinary);
        var (said, alt) = (Tidy(text), Tidy(altText));
        if (said.Length > CaptionRules.LongestText || alt.Length > CaptionRules.LongestAltText)
        {
            return new(CaptionOutcome.TooLong);
        }

        var reading = await ReadAsync(school, [said, alt], cancellationToken);
        if (reading.Names.Length > 0)
        {
            return new(CaptionOutcome.Names, reading.Names);
        }

        var open = reading.Doubts.Where(word => !ordinary.Contains(word, StringComparer.OrdinalIgnoreCase)).ToImmutableArray();
        return open.Length > 0 ? new(CaptionOutcome.MayName, open)
            : await book.SaveAsync(school, media, channel, new CaptionText(said, alt, reading.Doubts, reading.Agreed), by, cancellationToken) ? new(CaptionOutcome.Saved)
            : new(CaptionOutcome.NotCleared);
    }

    public async Task<IReadOnlyDictionary<MediaId, Caption>> ReadAsync(SchoolId school, IReadOnlyCollection<MediaId> media, ChannelId channel, CancellationToken cancellationToken)
    {
        var captions = new Dictionary<MediaId, Caption>();
        foreach (var (id, kept) in await book.ReadAsync(school, media, channel, cancellationToken))
        {
            captions[id] = new Caption(kept.Text, kept.AltText, await MayLeaveAsync(school, kept, cancellationToken));
        }

        return captions;
    }

    private async Task<bool> MayLeaveAsync(SchoolId school, CaptionText kept, CancellationToken cancellationToken)
    {
        var reading = await ReadAsync(school, [kept.Text, kept.AltText], cancellationToken);
        return reading.Names.Length == 0
            && reading.Doubts.All(word => kept.Ordinary.Contains(word, StringComparer.OrdinalIgnoreCase))
            && kept.Names.All(reading.Agreed.Contains); // somebody it named is found no longer: erased, or renamed
    }

    private async Task<CaptionReading> ReadAsync(SchoolId school, IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var index = await register.ReadAsync(school, cancellationToken);
        var found = texts.SelectMany(text => finder.Find(index, text).Select(find => (Word: text.Substring(find.Start, find.Length), Find: find))).ToList();
        var agreed = await book.MayBeNamedAsync(school, [.. found.SelectMany(f => f.Find.People).Distinct()], cancellationToken);
        var open = found.Where(f => !f.Find.People.All(agreed.Contains)).ToList();
        return new(
            Words(open.Where(f => f.Find.Sureness > Sureness.Weak)),
            Words(open.Where(f => f.Find.Sureness == Sureness.Weak)),
            [.. found.Except(open).SelectMany(f => f.Find.People).Distinct()]);
    }

    private static ImmutableArray<string> Words(IEnumerable<(string Word, NameFind Find)> found) => [.. found.Select(f => f.Word).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>One line, without blanks at the ends.</summary>
    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
