using System.Collections.Immutable;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;

namespace MediaGuard.Journey.Inspection;

/// <summary>Says what is in a file without changing it or keeping anything of it.</summary>
public sealed class FileInspector(IMediaReader reader, IPictureCleaner cleaner, IPixelDecoder decoder, IFaceFinder finder)
{
    /// <exception cref="MediaException">The file is not a picture MediaGuard knows.</exception>
    public FileReport Inspect(Stream file, CancellationToken cancellationToken)
    {
        var found = reader.Read(file);
        ImmutableArray<FaceRegion>? faces = null;
        ReasonCode? unseen = null;
        try
        {
            file.Position = 0;
            var picture = cleaner.Clean(file, found.Format, cancellationToken);
            faces = finder.Find(decoder.Decode(picture.Jpeg), cancellationToken).Faces;
        }
        catch (MediaException e)
        {
            unseen = e.Reason;
        }

        return new FileReport(
            found.Format,
            found.Width,
            found.Height,
            found.CameraMake,
            found.CameraModel,
            found.CameraSerial,
            found.CapturedLocal,
            found.CapturedOffset,
            found.HadLocation,
            found.KindsOfMetadata,
            [.. found.Names.Select(n => KeyValuePair.Create(n.Field, n.Text))],
            faces,
            unseen)
        {
            Regions = [.. found.Regions.Select(r => new RegionReport(r.Kind.ToString(), r.Name, r.Area?.CentreX, r.Area?.CentreY, r.Area?.Width, r.Area?.Height))],
            ReadAs = found.Names.Select(n => n.Field).Distinct().ToImmutableSortedDictionary(field => field, field => NameableTexts.KindOf(field).ToString(), StringComparer.Ordinal),
        };
    }
}
