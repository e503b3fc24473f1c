using System.Reflection;
using ImageMagick;
using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Formats.Heif;
using MediaGuard.Media;
using Microsoft.Extensions.Options;
using NetVips;

namespace MediaGuard.Ingest.Cleaning.Isolation;

/// <summary>Decodes a tiny picture of every kind of path, and a broken one, so that all code and data the decoders open is open before opening is forbidden.</summary>
internal static class WarmUp
{
    public static void Run(FormatCatalog formats)
    {
        var decoder = new PictureDecoder(formats, Options.Create(new CleaningOptions { ThreadsPerPicture = 2 }));
        using var black = Image.Black(64, 48, bands: 3);
        using var drawn = black.Copy(interpretation: Enums.Interpretation.Srgb);
        using var turned = drawn.Mutate(mutable => mutable.Set(GValue.GIntType, "orientation", 6));
        using var profiled = turned.IccTransform("p3", inputProfile: "srgb");
        using var seeThrough = drawn.Bandjoin(128);
        var jpeg = profiled.JpegsaveBuffer();
        Decode(formats, decoder, jpeg);
        Decode(formats, decoder, seeThrough.PngsaveBuffer());
        Decode(formats, decoder, drawn.WebpsaveBuffer());
        Decode(formats, decoder, drawn.GifsaveBuffer());
        Decode(formats, decoder, drawn.TiffsaveBuffer());
        Decode(formats, decoder, Bitmap);
        Decode(formats, decoder, [.. jpeg, .. Packet]);
        Decode(formats, decoder, jpeg[..^40]);
        Decode(formats, decoder, [.. Bitmap.AsSpan(0, 54), 0]);
        Decode(formats, decoder, [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8, 0, 0, 0, 8, .. "meta"u8]);
        Decode(formats, decoder, [0, 0, 0, 24, .. "ftypavif\0\0\0\0mif1avif"u8, 0, 0, 0, 8, .. "meta"u8]);
        _ = ColorProfiles.AdobeRGB1998.ToByteArray().Length;
        _ = Image.ProfileLoad("p3").Length;
        LibHeif.Bind();
        LoadCode();
    }

    /// <summary>The runtime's own assemblies that anything loaded so far may still ask for: they are mapped when first used, which is too late.</summary>
    private static void LoadCode()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies());
        while (open.TryDequeue(out var assembly))
        {
            foreach (var wanted in assembly.GetReferencedAssemblies().Where(name => IsRuntime(name.Name!) && seen.Add(name.Name!)))
            {
                try
                {
                    open.Enqueue(Assembly.Load(wanted));
                }
                catch (Exception absent) when (absent is IOException or BadImageFormatException)
                {
                    // Referenced and not shipped: nobody can ask for it.
                }
            }
        }
    }

    private static bool IsRuntime(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal);

    /// <summary>A title, so that the readers of XML are there.</summary>
    private static ReadOnlySpan<byte> Packet =>
        """
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">title</rdf:li></rdf:Alt></dc:title><dc:subject><rdf:Bag><rdf:li>word</rdf:li></rdf:Bag></dc:subject>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        """u8;

    /// <summary>One white pixel.</summary>
    private static byte[] Bitmap { get; } =
        [(byte)'B', (byte)'M', 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0, .. new byte[24], 255, 255, 255, 0];

    private static void Decode(FormatCatalog formats, PictureDecoder decoder, byte[] file)
    {
        try
        {
            _ = new FileStudent(formats).Study(file);
            _ = decoder.Decode(file, formats.Find(file).Format, CancellationToken.None);
        }
        catch (MediaException)
        {
            // The broken ones: the way to a refusal is warm now too.
        }
    }
}
