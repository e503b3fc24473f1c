using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>Camera and capture time from Exif, bounded: a value that is not what it should be is absent.</summary>
internal sealed class CameraFacts(IReadOnlyList<MetadataExtractor.Directory> directories)
{
    private const int Longest = 100;
    private const int TagOffsetTimeOriginal = 0x9011;

    public string? Make => Text(ExifDirectoryBase.TagMake);

    public string? Model => Text(ExifDirectoryBase.TagModel);

    public string? Serial => Text(ExifDirectoryBase.TagBodySerialNumber) ?? MakersSerial();

    public DateTime? CapturedLocal =>
        DateTime.TryParseExact(Text(ExifDirectoryBase.TagDateTimeOriginal), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>Exif 2.31 §4.6.5: <c>+01:00</c>, <c>-05:00</c> or <c>Z</c>.</summary>
    public TimeSpan? CapturedOffset
    {
        get
        {
            var text = Text(TagOffsetTimeOriginal);
            if (text == "Z")
            {
                return TimeSpan.Zero;
            }

            return text is ['+' or '-', ..] && TimeSpan.TryParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= TimeSpan.FromHours(14)
                ? text[0] == '-' ? -offset : offset
                : null;
        }
    }

    private string? MakersSerial() =>
        directories
            .Where(directory => directory is not ExifDirectoryBase)
            .SelectMany(directory => directory.Tags)
            .Where(tag => tag.HasName && tag.Name.Contains("Serial Number", StringComparison.OrdinalIgnoreCase)
                && !tag.Name.Contains("Lens", StringComparison.OrdinalIgnoreCase) && !tag.Name.Contains("Format", StringComparison.OrdinalIgnoreCase)
                && !tag.Name.Contains("Flash", StringComparison.OrdinalIgnoreCase) && !tag.Name.Contains("Battery", StringComparison.OrdinalIgnoreCase))
            .Select(tag => Tidy(Describe(tag)))
            .FirstOrDefault(text => text is not null);

    private static string? Describe(Tag tag)
    {
        try
        {
            return tag.Description;
        }
#pragma warning disable CA1031 // descriptors compute over hostile values
        catch (Exception broken) when (broken is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private string? Text(int tag) =>
        directories
            .Where(directory => directory is ExifIfd0Directory or ExifSubIfdDirectory)
            .Select(directory => Tidy(directory.GetString(tag)))
            .FirstOrDefault(text => text is not null);

    /// <summary>Printable characters only, cut to size; null when nothing is left. What is tidy stays as it is.</summary>
    public static string? Tidy(string? text)
    {
        var tidy = text is null ? "" : new string([.. text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]).Trim();
        return tidy.Length == 0 ? null : tidy.Length > Longest ? tidy[..Longest].TrimEnd() : tidy;
    }
}
