using System.Collections.Immutable;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Evaluation;

namespace MediaGuard.Journey.Inspection;

/// <summary>Measures the installed models on labelled pictures, each cleaned first: what is measured is what the office would be shown.</summary>
public sealed class FaceEvaluation(IMediaReader reader, IPictureCleaner cleaner, IPixelDecoder decoder, IFaceFinder finder)
{
    /// <summary>Looks at every picture, two at a time.</summary>
    /// <param name="folder">With <c>faces.json</c>, see <see cref="FaceLabels"/>.</param>
    /// <param name="faceless">A folder of pictures without faces, or a text file naming one a line; null for none.</param>
    /// <param name="half">Every other picture, by name, from the first (a) or from the second (b); null for all.</param>
    /// <exception cref="InvalidDataException">The labels are not in that form; the message says what is wrong.</exception>
    /// <exception cref="MediaException">ModelMissing, ModelAltered or DetectorFailed.</exception>
    public EvaluationReport Run(string folder, string? faceless, char? half, CancellationToken cancellationToken)
    {
        var figures = Look([.. Half(FaceLabels.Read(folder), half), .. faceless is null ? [] : Half(FaceLabels.Faceless(faceless), half)], cancellationToken);
        return new EvaluationReport(FaceReport.Text(figures), FaceReport.Json(figures, half), FaceReport.Html(figures), figures.Unread == 0);
    }

    private static IEnumerable<LabelledPicture> Half(ImmutableArray<LabelledPicture> pictures, char? half) =>
        pictures.Where((_, i) => half switch { 'a' => i % 2 == 0, 'b' => i % 2 == 1, _ => true });

    private FaceFigures Look(IReadOnlyList<LabelledPicture> pictures, CancellationToken cancellationToken)
    {
        var tally = new FaceTally();
        Parallel.ForEach(pictures, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken }, picture =>
        {
            var rendition = Read(picture.Path, cancellationToken);
            var seen = rendition is null ? null : finder.Find(rendition, cancellationToken);
            lock (tally)
            {
                if (rendition is null || seen is null)
                {
                    tally.AddUnread();
                }
                else
                {
                    tally.Add(picture.FacesAt(rendition.Width, rendition.Height), seen);
                }
            }
        });
        return tally.Figures();
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
}
