using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats;

/// <summary>A family of file formats: how content is told, what its structure says, and what decodes it. One folder and one registration line each.</summary>
/// <remarks>
/// <see cref="Recognise"/> and <see cref="Survey"/> are managed code over bytes nobody vouches for: they never throw and never loop, whatever the bytes.
/// At most one family recognises a file, so their order does not matter.
/// </remarks>
internal interface IFormatFamily
{
    /// <summary>The format of the whole file's bytes, <see cref="MediaFormat.Unknown"/> for a picture of a kind nothing here handles, null when it is not of this family.</summary>
    MediaFormat? Recognise(ReadOnlySpan<byte> file);

    /// <summary>False: recognised, and held because nothing here decodes it.</summary>
    bool Decodes { get; }

    /// <summary>What the file's structure says, without decoding it.</summary>
    FormatFacts Survey(ReadOnlySpan<byte> file);

    /// <summary>
    /// Opens the first or primary picture for decoding, lazily where the library can. The image carries its profile (<c>icc-profile-data</c>) and, where it is still to be turned,
    /// its <c>orientation</c>. Touches untrusted bytes with native code: called by <see cref="Cleaning.Decoding.IPictureDecoder"/> only.
    /// </summary>
    /// <exception cref="VipsException">The file can't be decoded.</exception>
    Image Load(byte[] file);
}
