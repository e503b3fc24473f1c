using System.Collections.Immutable;
using System.Text;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Formats.Metadata;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Isolation.Protocol;

/// <summary>A study as bytes, and back. Reading trusts nobody: every word is one of this program's own, every text is tidied again, every number is in its range.</summary>
internal static class StudyCode
{
    /// <summary>More than the most texts of the greatest length can take.</summary>
    public const int Longest = 2 << 20;

    private const int MostKinds = 64;
    private const int LongestField = 48;
    private static readonly long LongestOffset = TimeSpan.FromHours(14).Ticks;

    public static byte[] Write(FileStudy study)
    {
        var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        var said = study.Said;
        to.Write((int)said.Format);
        to.Write(said.Width);
        to.Write(said.Height);
        to.Write(said.CameraMake ?? "");
        to.Write(said.CameraModel ?? "");
        to.Write(said.CameraSerial ?? "");
        to.Write(said.CapturedLocal?.Ticks ?? -1);
        to.Write(said.CapturedOffset?.Ticks ?? long.MaxValue);
        to.Write(said.HadLocation);
        to.Write(study.IsWhole);
        to.Write(said.Names.Length);
        foreach (var name in said.Names)
        {
            to.Write(name.Field);
            to.Write(name.Text);
        }

        to.Write(said.Regions.Length);
        foreach (var region in said.Regions)
        {
            Write(to, region);
        }

        to.Write(study.Removed.Count);
        foreach (var (kind, count) in study.Removed)
        {
            to.Write(kind);
            to.Write(count);
        }

        to.Write(study.Notes.Length);
        foreach (var note in study.Notes)
        {
            to.Write(note);
        }

        to.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="BrokenFrameException">Anything is not as <see cref="Write"/> makes it.</exception>
    public static FileStudy Read(byte[] bytes)
    {
        try
        {
            var stream = new MemoryStream(bytes, writable: false);
            using var from = new BinaryReader(stream, Encoding.UTF8);
            var study = Read(from);
            Require(stream.Position == stream.Length);
            return study;
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentException)
        {
            throw new BrokenFrameException();
        }
    }

    private static FileStudy Read(BinaryReader from)
    {
        var format = (MediaFormat)from.ReadInt32();
        var (width, height) = (from.ReadInt32(), from.ReadInt32());
        var (make, model, serial) = (CameraFacts.Tidy(from.ReadString()), CameraFacts.Tidy(from.ReadString()), CameraFacts.Tidy(from.ReadString()));
        var (captured, offset) = (from.ReadInt64(), from.ReadInt64());
        var (located, whole) = (from.ReadBoolean(), from.ReadBoolean());
        Require(Enum.IsDefined(format) && width >= 0 && height >= 0 && captured >= -1 && captured <= DateTime.MaxValue.Ticks);
        Require(offset == long.MaxValue || Math.Abs(Math.Max(offset, -long.MaxValue)) <= LongestOffset);
        var names = new FoundNames();
        for (var left = Count(from, FoundNames.MostNames); left > 0; left--)
        {
            var field = from.ReadString();
            Require(field.Length is > 0 and <= LongestField && field.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or ':' or '-'));
            names.Add(field, from.ReadString());
        }

        var regions = new FoundRegions();
        for (var left = Count(from, FoundRegions.Most); left > 0; left--)
        {
            Read(from, regions);
        }

        var removed = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        for (var left = Count(from, MostKinds); left > 0; left--)
        {
            var (kind, count) = (from.ReadString(), from.ReadInt32());
            Require(MetadataKinds.All.Contains(kind) && count > 0);
            removed[kind] = count;
        }

        var notes = ImmutableArray.CreateBuilder<string>();
        for (var left = Count(from, MostKinds); left > 0; left--)
        {
            notes.Add(from.ReadString());
            Require(FormatFacts.Words.Contains(notes[^1]));
        }

        var said = new Understanding(
            format, width, height, make, model, serial, captured < 0 ? null : new DateTime(captured), offset == long.MaxValue ? null : new TimeSpan(offset), located, names.ToNames(), [.. removed.Keys])
        {
            Regions = regions.ToRegions(),
        };
        return new(said, whole, removed.ToImmutable(), notes.ToImmutable());
    }

    private static void Write(BinaryWriter to, FoundRegion region)
    {
        to.Write((int)region.Kind);
        to.Write(region.Name ?? "");
        to.Write(region.Area is not null);
        if (region.Area is { } area)
        {
            to.Write(area.CentreX);
            to.Write(area.CentreY);
            to.Write(area.Width);
            to.Write(area.Height);
        }
    }

    private static void Read(BinaryReader from, FoundRegions regions)
    {
        var (kind, name) = ((RegionKind)from.ReadInt32(), from.ReadString());
        RegionArea? area = null;
        if (from.ReadBoolean())
        {
            area = RegionArea.Of(from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble());
            Require(area is not null);
        }

        Require(Enum.IsDefined(kind));
        regions.Add(kind, name, area);
    }

    private static int Count(BinaryReader from, int most)
    {
        var count = from.ReadInt32();
        Require(count >= 0 && count <= most);
        return count;
    }

    private static void Require(bool agreed)
    {
        if (!agreed)
        {
            throw new BrokenFrameException();
        }
    }
}
