using System.Text.Json;
using System.Text.Json.Serialization;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;
using MediaGuard.Vision.Matching.Evaluation;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Evaluation;

/// <summary>Each school's last evaluation of matching, in the data folder: figures and page, for the page that switches matching on.</summary>
public sealed class MatchingReports(IOptions<JourneyOptions> options)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Where a school's page lies, once there is one.</summary>
    public string PageOf(SchoolId school) => Path.Combine(options.Value.DataFolder, "evaluation", school.ToString(), "matching.html");

    /// <summary>Keeps a report in place of the one before.</summary>
    public async Task KeepAsync(SchoolId school, EvaluationReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        Directory.CreateDirectory(Path.GetDirectoryName(PageOf(school))!);
        await WriteAsync(PageOf(school), report.Html, cancellationToken);
        await WriteAsync(FiguresOf(school), report.Json, cancellationToken);
    }

    /// <summary>The last one kept, in short; null when there is none, or it can't be read.</summary>
    public async Task<MatchingSummary?> LastAsync(SchoolId school, CancellationToken cancellationToken)
    {
        if (await ReadAsync(FiguresOf(school), cancellationToken) is not { } text)
        {
            return null;
        }

        try
        {
            var kept = JsonSerializer.Deserialize<KeptFigures>(text, Json);
            return kept is not { Figures: { Operating: [var operating, ..] } figures } ? null : new MatchingSummary(
                Instant.From(kept.MadeAt),
                figures.People,
                figures.Photos,
                figures.EqualErrorRate.Value,
                operating.FalseAcceptRate.Value,
                operating.FalseAcceptRate.High,
                figures.Identified.Asked,
                figures.Identified.Right,
                figures.Identified.Wrong);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The last one's page; null when there is none.</summary>
    public Task<string?> PageAsync(SchoolId school, CancellationToken cancellationToken) => ReadAsync(PageOf(school), cancellationToken);

    private string FiguresOf(SchoolId school) => Path.ChangeExtension(PageOf(school), ".json");

    private static async Task<string?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path + ".part", text, cancellationToken);
        File.Move(path + ".part", path, overwrite: true);
    }

    private sealed record KeptFigures(DateTimeOffset MadeAt, MatchingFigures Figures);
}
