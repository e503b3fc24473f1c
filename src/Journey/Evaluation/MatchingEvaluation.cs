using System.Text.Json;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;
using MediaGuard.Vision.Matching.Evaluation;

namespace MediaGuard.Journey.Evaluation;

/// <summary>Measures matching on a folder of people: one folder a person, their photos in it. Gives figures only, and people as numbers.</summary>
public sealed class MatchingEvaluation(MatchingTrials trials, IMediaReader reader, IPictureCleaner cleaner, IPixelDecoder decoder, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">Fewer than two people could be compared, or nobody with two photos.</exception>
    /// <exception cref="MediaException">ModelMissing, ModelAltered or DetectorFailed.</exception>
    public EvaluationReport Run(DirectoryInfo folder, IProgress<int>? done, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        using var trial = trials.Start();
        var (count, unreadable) = (0, 0);
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
        return new EvaluationReport(
            unreadable == 0 ? trial.Text(figures) : $"{trial.Text(figures)}{Environment.NewLine}{unreadable} files could not be read as pictures",
            JsonSerializer.Serialize(new { madeAt = now, unreadable, figures }, MatchingReports.Json),
            trial.Page(figures, now),
            unreadable == 0);
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
}
