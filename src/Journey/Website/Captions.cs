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

        var reading = (await ReadAsync(school, [[said, alt]], cancellationToken)).Single();
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
        var all = (await book.ReadAsync(school, media, channel, cancellationToken)).ToList();
        var readings = await ReadAsync(school, all.ConvertAll(c => new[] { c.Value.Text, c.Value.AltText }), cancellationToken);
        return all.Zip(readings).ToDictionary(c => c.First.Key, c => new Caption(c.First.Value.Text, c.First.Value.AltText, MayLeave(c.First.Value, c.Second)));
    }

    private static bool MayLeave(CaptionText kept, CaptionReading reading) =>
        reading.Names.Length == 0
        && reading.Doubts.All(word => kept.Ordinary.Contains(word, StringComparer.OrdinalIgnoreCase))
        && kept.Names.All(reading.Agreed.Contains); // somebody it named is found no longer: erased, or renamed

    /// <summary>All captions against the register as it stands, which is asked once for all of them.</summary>
    private async Task<IReadOnlyList<CaptionReading>> ReadAsync(SchoolId school, IReadOnlyList<string[]> captions, CancellationToken cancellationToken)
    {
        var index = await register.ReadAsync(school, cancellationToken);
        var found = captions.Select(texts => texts.SelectMany(text => finder.Find(index, text).Select(find => (Word: text.Substring(find.Start, find.Length), Find: find))).ToList()).ToList();
        var agreed = await book.MayBeNamedAsync(school, [.. found.SelectMany(f => f).SelectMany(f => f.Find.People).Distinct()], cancellationToken);
        return found.ConvertAll(f => Judge(f, agreed));
    }

    private static CaptionReading Judge(List<(string Word, NameFind Find)> found, IReadOnlySet<PersonId> agreed)
    {
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
