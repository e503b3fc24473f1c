using System.Collections.Immutable;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Evaluation;

namespace MediaGuard.Journey.Inspection;

/// <summary>Measures the installed models on labelled pictures, each cleaned first: what is measured is what the office would be shown.</summary>
public sealed class FaceEvaluation(IMediaReader reader, IPictureCleaner cleaner, IPixelDecoder decoder, IFaceFinder finder, FaceStrategies strategies)
{
    /// <summary>Looks at every picture, two at a time.</summary>
    /// <exception cref="InvalidDataException">The labels are not in their form, or a model named is none; the message says what is wrong.</exception>
    /// <exception cref="MediaException">ModelMissing, ModelAltered or DetectorFailed.</exception>
    public EvaluationReport Run(FaceTrial trial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ImmutableArray<LabelledPicture> pictures =
        [
            .. Half(FaceLabels.Read(trial.Folder, trial.Labels), trial.Half), .. trial.Faceless is null ? [] : Half(FaceLabels.Faceless(trial.Faceless), trial.Half),
        ];
        var ways = Ways(trial).ToList();
        var rows = ways.Zip(LookOnce(pictures, ways, cancellationToken), (way, figures) => new FaceRow(way.Name, figures)).ToList();
        var isWhole = rows.TrueForAll(r => r.Figures.Unread == 0);
        return trial.Kind is TrialKind.Together
            ? new EvaluationReport(FaceReport.Text(rows[0].Figures), FaceReport.Json(rows[0].Figures, trial.Half), FaceReport.Html(rows[0].Figures), isWhole)
            : new EvaluationReport(FaceRowsReport.Text(rows), FaceRowsReport.Json(rows, trial.Half), FaceRowsReport.Html(Title(trial.Kind), rows), isWhole);
    }

    private static string Title(TrialKind kind) =>
        kind is TrialKind.Hardships ? "How many faces are found in pictures made harder" : "How many faces are found together, and by each detector alone";

    private static IEnumerable<LabelledPicture> Half(ImmutableArray<LabelledPicture> pictures, char? half) =>
        pictures.Where((_, i) => half switch { 'a' => i % 2 == 0, 'b' => i % 2 == 1, _ => true });

    private IEnumerable<Way> Ways(FaceTrial trial)
    {
        var together = trial.Without.IsEmpty ? finder : strategies.Without(trial.Without);
        return trial.Kind switch
        {
            TrialKind.Hardships => Enum.GetValues<Hardship>().Select(h => new Way(Name(h), together, h)),
            TrialKind.Alone => [new Way("together", together, Hardship.None), .. strategies.Alone().Select(s => new Way(s.Name, s.Finder, Hardship.None))],
            _ => [new Way("", together, Hardship.None)],
        };
    }

    private static string Name(Hardship hardship) => hardship switch
    {
        Hardship.Turned90 => "turned by 90 degrees",
        Hardship.Turned180 => "turned by 180 degrees",
        Hardship.Turned270 => "turned by 270 degrees",
        Hardship.Mirrored => "mirrored",
        Hardship.Darkened => "darkened by two stops",
        Hardship.Shrunk => "shrunk until the median face is 24 px",
        _ => "as they are",
    };

    // Two that fail alike fail as one.
    private List<FaceFigures> LookOnce(IEnumerable<LabelledPicture> pictures, List<Way> ways, CancellationToken cancellationToken)
    {
        try
        {
            return Look(pictures, ways, cancellationToken);
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is MediaException first)
        {
            throw new MediaException(first.Reason, e);
        }
    }

    private List<FaceFigures> Look(IEnumerable<LabelledPicture> pictures, List<Way> ways, CancellationToken cancellationToken)
    {
        var tallies = ways.ConvertAll(_ => new FaceTally());
        Parallel.ForEach(pictures, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, picture =>
        {
            var rendition = Read(picture.Path, cancellationToken);
            for (var i = 0; i < ways.Count; i++)
            {
                var looked = rendition is null ? null : HardPicture.Of(rendition, picture.FacesAt(rendition.Width, rendition.Height), ways[i].Hardship);
                var seen = looked is null ? null : ways[i].Finder.Find(looked.Picture, cancellationToken);
                lock (tallies)
                {
                    if (looked is null || seen is null)
                    {
                        tallies[i].AddUnread();
                    }
                    else
                    {
                        tallies[i].Add(looked.Faces, seen);
                    }
                }
            }
        });
        return tallies.ConvertAll(t => t.Figures());
    }

    private PixelImage? Read(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var format = reader.Read(stream).Format;
            stream.Position = 0;
            return decoder.Decode(cleaner.Clean(stream, format, cancellationToken).Jpeg);
        }
        catch (Exception e) when (e is MediaException or IOException)
        {
            return null;
        }
    }

    private sealed record Way(string Name, IFaceFinder Finder, Hardship Hardship);
}
