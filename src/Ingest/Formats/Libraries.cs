using ImageMagick;
using ImageMagick.Configuration;

namespace MediaGuard.Ingest.Formats;

/// <summary>Sets the native libraries up once, before the first byte reaches them: only vetted loaders, only the coders named, bounded memory, nothing on disk.</summary>
internal static class Libraries
{
    private const string Policy = """
        <policymap>
          <policy domain="delegate" rights="none" pattern="*"/>
          <policy domain="filter" rights="none" pattern="*"/>
          <policy domain="path" rights="none" pattern="@*"/>
          <policy domain="coder" rights="none" pattern="*"/>
          <policy domain="coder" rights="read" pattern="{HEIC,BMP}"/>
        </policymap>
        """;

    private static readonly Lazy<bool> Prepared = new(PrepareOnce);

    /// <summary>What <see cref="Bound"/> said last; a decoder that has no limit of its own keeps to it.</summary>
    public static int Threads { get; private set; } = 1;

    /// <inheritdoc cref="Threads"/>
    public static long MostPixels { get; private set; } = 400_000_000;

    public static void Prepare() => _ = Prepared.Value;

    /// <summary>Threads of each library per picture, and the pixels beyond which ImageMagick gives up.</summary>
    public static void Bound(int threads, long pixels)
    {
        Prepare();
        NetVips.NetVips.Concurrency = threads;
        ResourceLimits.Thread = (ulong)threads;
        ResourceLimits.Area = (ulong)pixels;
        (Threads, MostPixels) = (threads, pixels);
    }

    private static bool PrepareOnce()
    {
        NetVips.NetVips.BlockUntrusted = true;
        NetVips.Cache.Max = 0; // a cached operation would keep a picture's pixels after its owner let go
        NetVips.Log.SetLogHandler("VIPS", NetVips.Enums.LogLevelFlags.Warning | NetVips.Enums.LogLevelFlags.Info | NetVips.Enums.LogLevelFlags.Debug, static (_, _, message) => Cleaning.Decoding.DecoderWarnings.Hear(message));

        // ImageMagick reads its policy from files only, once; they are gone again when this returns.
        var folder = Directory.CreateTempSubdirectory("mediaguard-policy-");
        try
        {
            var configuration = ConfigurationFiles.Default;
            configuration.Policy.Data = Policy;
            MagickNET.Initialize(configuration, folder.FullName);
            RequirePolicy();
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        ResourceLimits.Width = 65_500;
        ResourceLimits.Height = 65_500;
        ResourceLimits.Memory = 2UL << 30;
        ResourceLimits.Disk = 0;
        return true;
    }

    /// <summary>A policy that does not hold stops the program rather than the promise. A one-pixel PPM asks for a coder that is not on the list.</summary>
    private static void RequirePolicy()
    {
        try
        {
            using var refused = new MagickImage("P3 1 1 255 0 0 0"u8.ToArray(), new MagickReadSettings { Format = MagickFormat.Ppm });
        }
        catch (MagickPolicyErrorException)
        {
            return;
        }

        throw new InvalidOperationException("ImageMagick does not obey its policy.");
    }
}
