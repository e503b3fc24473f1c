using System.Collections.Immutable;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;

namespace MediaGuard.Journey.Inspection;

/// <summary>Takes one file through Cleaning and its proof.</summary>
public sealed class FileCleaner(IMediaReader reader, IPictureCleaner cleaner)
{
    /// <summary>Writes the cleaned picture to <paramref name="target"/>, whole or not at all.</summary>
    /// <exception cref="MediaException">It could not be cleaned, or the proof found something: nothing is written.</exception>
    public async Task<CleanReport> CleanAsync(Stream file, string target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var found = reader.Read(file);
        file.Position = 0;
        var picture = cleaner.Clean(file, found.Format, cancellationToken);
        var part = target + ".part";
        await File.WriteAllBytesAsync(part, picture.Jpeg, cancellationToken);
        File.Move(part, target, overwrite: true);
        return new CleanReport(found.Format, picture.Width, picture.Height, picture.Jpeg.Length, picture.Removed, picture.Notes);
    }
}
