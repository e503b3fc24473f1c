using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats.Metadata;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Xmp;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Formats;

internal sealed class MediaReader(FormatCatalog formats, IOptions<CleaningOptions> options) : IMediaReader
{
    public Understanding Read(Stream original)
    {
        var file = OriginalBytes.Read(original, options.Value.LargestFile);
        var (family, format) = formats.FindDecodable(file);
        var facts = family.Survey(file);
        var directories = MetadataDirectories.Read(file, format);
        var names = new FoundNames();
        var located = false;
        foreach (var directory in directories)
        {
            try
            {
                located |= directory switch
                {
                    GpsDirectory gps => gps.ContainsTag(GpsDirectory.TagLatitude) || gps.ContainsTag(GpsDirectory.TagLongitude) || gps.ContainsTag(GpsDirectory.TagAreaInformation)
                        || gps.ContainsTag(GpsDirectory.TagDestLatitude),
                    IptcDirectory iptc => iptc.ContainsTag(IptcDirectory.TagCity) || iptc.ContainsTag(IptcDirectory.TagSubLocation) || iptc.ContainsTag(IptcDirectory.TagContentLocationName),
                    XmpDirectory xmp => XmpNames.Gather(xmp, names),
                    _ => false,
                };
                NameFields.Gather(directory, names);
            }
#pragma warning disable CA1031 // descriptors compute over hostile values; one that fails costs its own text, not the file
            catch (Exception broken) when (broken is not OutOfMemoryException)
#pragma warning restore CA1031
            {
                continue;
            }
        }

        var camera = new CameraFacts(directories);
        return new(
            format,
            facts.Width,
            facts.Height,
            camera.Make,
            camera.Model,
            camera.Serial,
            camera.CapturedLocal,
            camera.CapturedOffset,
            located,
            names.ToNames(),
            [.. MetadataSurvey.Count(directories, facts).Keys]);
    }
}
