using System.Reflection;
using System.Runtime.InteropServices;

namespace MediaGuard.Ingest.Formats.Heif;

/// <summary>The calls of libheif that ImageMagick's native library carries and, built for Linux, also exports (libheif ≥ 1.13, <c>heif.h</c>).</summary>
/// <remarks>Called directly, since ImageMagick hands its decoder a file on disk: the original in the clear, and a right to write files that a child must not have.</remarks>
internal static class LibHeif
{
    public const int Rgb = 1;
    public const int InterleavedRgb = 10;
    public const int InterleavedRgba = 11;
    public const int Interleaved = 10;

    private const string Library = "Magick.Native-Q8-x64.dll";

    // struct heif_decoding_options: two bytes, three callbacks and their datum, then these
    private const int ConvertToEightBits = 40;
    private const int Strict = 41;

    private static readonly Lazy<bool> Reachable = new(() =>
        NativeLibrary.TryLoad(Library, typeof(LibHeif).Assembly, null, out var library) && NativeLibrary.TryGetExport(library, "heif_context_read_from_memory_without_copy", out _));

    /// <summary>False where the library keeps these calls to itself (Windows).</summary>
    public static bool IsReachable => Reachable.Value;

    /// <summary>Binds every call now: a child may not open the library later, not even one that is loaded.</summary>
    public static void Bind()
    {
        if (IsReachable)
        {
            Array.ForEach(
                [.. typeof(LibHeif).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(method => method.IsDefined(typeof(DllImportAttribute)))],
                Marshal.Prelink);
        }
    }

    /// <summary>Options for 8 bits a band, and for an error where a decoder would conceal what it could not read.</summary>
    public static nint StrictOptions()
    {
        var options = AllocateOptions();
        Marshal.WriteByte(options, ConvertToEightBits, 1);
        Marshal.WriteByte(options, Strict, 1);
        return options;
    }

    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct Outcome(int Code, int Subcode, nint Message);

    [DllImport(Library, EntryPoint = "heif_context_alloc")]
    public static extern nint AllocateContext();

    [DllImport(Library, EntryPoint = "heif_context_free")]
    public static extern void FreeContext(nint context);

    [DllImport(Library, EntryPoint = "heif_context_set_maximum_image_size_limit")]
    public static extern void LimitSide(nint context, int side);

    [DllImport(Library, EntryPoint = "heif_context_set_max_decoding_threads")]
    public static extern void LimitThreads(nint context, int threads);

    [DllImport(Library, EntryPoint = "heif_context_read_from_memory_without_copy")]
    public static extern Outcome Read(nint context, nint bytes, nuint length, nint options);

    [DllImport(Library, EntryPoint = "heif_context_get_primary_image_handle")]
    public static extern Outcome GetPrimary(nint context, out nint handle);

    [DllImport(Library, EntryPoint = "heif_image_handle_release")]
    public static extern void ReleaseHandle(nint handle);

    [DllImport(Library, EntryPoint = "heif_image_handle_get_width")]
    public static extern int GetWidth(nint handle);

    [DllImport(Library, EntryPoint = "heif_image_handle_get_height")]
    public static extern int GetHeight(nint handle);

    [DllImport(Library, EntryPoint = "heif_image_handle_has_alpha_channel")]
    public static extern int HasAlpha(nint handle);

    [DllImport(Library, EntryPoint = "heif_image_handle_get_raw_color_profile_size")]
    public static extern nuint GetProfileSize(nint handle);

    [DllImport(Library, EntryPoint = "heif_image_handle_get_raw_color_profile")]
    public static extern Outcome GetProfile(nint handle, byte[] profile);

    [DllImport(Library, EntryPoint = "heif_decoding_options_alloc")]
    private static extern nint AllocateOptions();

    [DllImport(Library, EntryPoint = "heif_decoding_options_free")]
    public static extern void FreeOptions(nint options);

    [DllImport(Library, EntryPoint = "heif_decode_image")]
    public static extern Outcome Decode(nint handle, out nint picture, int colourSpace, int chroma, nint options);

    [DllImport(Library, EntryPoint = "heif_image_release")]
    public static extern void ReleasePicture(nint picture);

    [DllImport(Library, EntryPoint = "heif_image_get_width")]
    public static extern int GetPictureWidth(nint picture, int channel);

    [DllImport(Library, EntryPoint = "heif_image_get_height")]
    public static extern int GetPictureHeight(nint picture, int channel);

    [DllImport(Library, EntryPoint = "heif_image_get_plane_readonly")]
    public static extern nint GetPlane(nint picture, int channel, out int stride);
}
