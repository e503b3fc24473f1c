using MediaGuard.Ingest.Formats.Jpeg;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Proof;

/// <summary>Names a JPEG segment that should not be there by what writers of it put at its head.</summary>
internal static class SegmentKinds
{
    /// <remarks>Exif 3.0 §4.7.2, XMP part 3 §1.1.3, ICC.1 annex B.4, Photoshop's APP13.</remarks>
    public static LeftoverKind Of(byte marker, ReadOnlySpan<byte> payload) => marker switch
    {
        JpegMarker.Comment => LeftoverKind.Comment,
        0xE1 when payload.StartsWith("Exif\0"u8) => LeftoverKind.Exif,
        0xE1 when payload.StartsWith("http://ns.adobe.com/"u8) => LeftoverKind.Xmp,
        0xE2 when payload.StartsWith("ICC_PROFILE\0"u8) => LeftoverKind.ColourProfile,
        0xED when payload.StartsWith("Photoshop 3.0\0"u8) => LeftoverKind.Iptc,
        _ when JpegMarker.IsApplication(marker) => LeftoverKind.ApplicationData,
        _ => LeftoverKind.OtherSegment,
    };
}
