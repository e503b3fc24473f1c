using MediaGuard.Ingest.Formats.Metadata;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Xmp;

namespace MediaGuard.Ingest.Formats;

/// <summary>Tells a file's format and reads what it says of itself, in this process: what a decoding child does.</summary>
internal sealed class FileStudent(FormatCatalog formats)
{
    /// <exception cref="MediaGuard.Media.MediaException">NotAPicture, FormatNotSupported, Truncated (an empty file).</exception>
    public FileStudy Study(byte[] file)
    {
        var (family, format) = formats.FindDecodable(file);
        var facts = family.Survey(file);
        var directories = MetadataDirectories.Read(file, format);
        var names = new FoundNames();
        var regions = new FoundRegions();
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
                if (directory is XmpDirectory marked)
                {
                    XmpRegions.Gather(marked, names, regions);
                }
            }
#pragma warning disable CA1031 // descriptors compute over hostile values; one that fails costs its own text, not the file
            catch (Exception broken) when (broken is not OutOfMemoryException)
#pragma warning restore CA1031
            {
                continue;
            }
        }

        var camera = new CameraFacts(directories);
        var removed = MetadataSurvey.Count(directories, facts);
        var said = new Understanding(
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
            [.. removed.Keys])
        {
            Regions = regions.ToRegions(),
        };
        return new(said, facts.IsWhole, removed, facts.Notes);
    }
}
