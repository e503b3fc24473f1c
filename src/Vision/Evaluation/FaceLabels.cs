using System.Collections.Immutable;
using System.Text.Json;
using MediaGuard.Media;

namespace MediaGuard.Vision.Evaluation;

/// <summary>
/// Reads a labelled folder: <c>faces.json</c>, an object with one member per picture, <c>"name": {"width", "height", "faces": [[x, y, width, height], …]}</c> in upright
/// pixels; the pictures lie beside it or in <c>images/</c>.
/// </summary>
public static class FaceLabels
{
    /// <summary>The labelled pictures, by name.</summary>
    /// <param name="folder">Of the pictures.</param>
    /// <param name="labels">The file of labels; null for <c>faces.json</c> in the folder.</param>
    /// <exception cref="InvalidDataException">There are no labels, or they are not in that form, or a picture they name isn't there.</exception>
    public static ImmutableArray<LabelledPicture> Read(string folder, string? labels = null)
    {
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(labels ?? Path.Combine(folder, "faces.json")));
            return [.. file.RootElement.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Picture(folder, p))];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException(labels is null ? "The folder has no faces.json." : "The file of labels is not there.", e);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("The labels are not in their form: an object with width, height and faces for each picture.", e);
        }
    }

    /// <summary>Pictures without faces: every file under a folder, or every line of a text file that names one, by path.</summary>
    public static ImmutableArray<LabelledPicture> Faceless(string folderOrList) =>
    [
        .. (File.Exists(folderOrList) ? File.ReadLines(folderOrList).Where(l => l.Length > 0) : Directory.EnumerateFiles(folderOrList, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(path => new LabelledPicture(path, 0, 0, [])),
    ];

    private static LabelledPicture Picture(string folder, JsonProperty entry)
    {
        // a name that climbs out of the folder finds nothing
        var name = Path.GetFileName(entry.Name);
        var path = new[] { Path.Combine(folder, "images", name), Path.Combine(folder, name) }.FirstOrDefault(File.Exists)
            ?? throw new InvalidDataException("The labels name a picture that is not in the folder.");
        var faces = entry.Value.GetProperty("faces").EnumerateArray().Select(f => new PixelBox(f[0].GetDouble(), f[1].GetDouble(), f[2].GetDouble(), f[3].GetDouble()));
        return new LabelledPicture(path, entry.Value.GetProperty("width").GetInt32(), entry.Value.GetProperty("height").GetInt32(), [.. faces]);
    }
}
