using MediaGuard.Media;

namespace MediaGuard.Ingest.Formats;

/// <summary>Finds the family a file's content belongs to.</summary>
internal sealed class FormatCatalog(IEnumerable<IFormatFamily> families)
{
    private readonly IFormatFamily[] _families = [.. families];

    /// <exception cref="MediaException">Truncated for an empty file, NotAPicture where no family knows the content.</exception>
    public (IFormatFamily Family, MediaFormat Format) Find(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            throw new MediaException(ReasonCode.Truncated);
        }

        foreach (var family in _families)
        {
            if (family.Recognise(file) is { } format)
            {
                return (family, format);
            }
        }

        // A copy that set the length first and brought no bytes yet is all zeros.
        throw new MediaException(file[..Math.Min(file.Length, 4096)].IndexOfAnyExcept((byte)0) < 0 ? ReasonCode.Truncated : ReasonCode.NotAPicture);
    }

    /// <exception cref="MediaException">As <see cref="Find"/>, and FormatNotSupported where nothing decodes the content.</exception>
    public (IFormatFamily Family, MediaFormat Format) FindDecodable(ReadOnlySpan<byte> file)
    {
        var found = Find(file);
        return found.Family.Decodes ? found : throw new MediaException(ReasonCode.FormatNotSupported);
    }
}
