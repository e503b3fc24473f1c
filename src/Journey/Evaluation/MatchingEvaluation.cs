using System.Text.Json;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using MediaGuard.Vision.Matching.Evaluation;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Evaluation;

/// <summary>Measures matching on a folder of people: one folder a person, their photos in it. Keeps figures only, and people as numbers.</summary>
public sealed class MatchingEvaluation(
    MatchingTrials trials, IMediaReader reader, IPictureCleaner cleaner, IPixelDecoder decoder, IOptions<JourneyOptions> options, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    private string Kept => Path.Combine(options.Value.DataFolder, "evaluation", "matching.json");

    /// <returns>The figures as one JSON object on one line, and the page.</returns>
    /// <exception cref="InvalidOperationException">Fewer than two people could be compared, or nobody with two photos.</exception>
    public (string Json, string Page) Run(DirectoryInfo folder, IProgress<int>? done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        using var trial = trials.Start();
        var unreadable = 0;
        var count = 0;
        foreach (var (person, files) in folder.GetDirectories().OrderBy(d => d.Name, StringComparer.Ordinal).Select((d, i) => (i, d.GetFiles())))
        {
            foreach (var (photo, file) in files.OrderBy(f => f.Name, StringComparer.Ordinal).Select((f, i) => (i, f)))
            {
                if (Open(file, cancellationToken) is { } picture)
                {
                    trial.Add(person, photo, picture, cancellationToken);
                }
                else
                {
                    unreadable++;
                }

                done?.Report(++count);
            }
        }

        var figures = trial.Figures();
        var now = clock.GetUtcNow();
        var line = JsonSerializer.Serialize(new { madeAt = now, unreadable, figures }, Json);
        return (line, trial.Page(figures, now));
    }

    /// <summary>Keeps the figures and the page in the data folder, for the page that switches matching on.</summary>
    public async Task KeepAsync(string json, string page, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Kept)!);
        await WriteAsync(Path.ChangeExtension(Kept, ".html"), page, cancellationToken);
        await WriteAsync(Kept, json, cancellationToken);
    }

    /// <summary>The last one kept; null when there is none, or it can't be read.</summary>
    public async Task<MatchingSummary?> LastAsync(CancellationToken cancellationToken)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<KeptFigures>(await File.ReadAllBytesAsync(Kept, cancellationToken), Json);
            return kept is not { Figures: { Operating: [var operating, ..] } figures } ? null : new MatchingSummary(
                kept.MadeAt,
                figures.People,
                figures.Photos,
                figures.EqualErrorRate.Value,
                operating.FalseAcceptRate.Value,
                operating.FalseAcceptRate.High,
                figures.Identified.Asked,
                figures.Identified.Right,
                figures.Identified.Wrong);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path + ".part", text, cancellationToken);
        File.Move(path + ".part", path, overwrite: true);
    }

    private PixelImage? Open(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = file.OpenRead();
            var found = reader.Read(stream);
            stream.Position = 0;
            return decoder.Decode(cleaner.Clean(stream, found.Format, cancellationToken).Jpeg);
        }
        catch (MediaException)
        {
            return null;
        }
    }

    private sealed record KeptFigures(DateTimeOffset MadeAt, MatchingFigures Figures);
}
