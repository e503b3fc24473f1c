using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Formats.Bmp;
using MediaGuard.Ingest.Formats.CameraRaw;
using MediaGuard.Ingest.Formats.Clips;
using MediaGuard.Ingest.Formats.Gif;
using MediaGuard.Ingest.Formats.Heif;
using MediaGuard.Ingest.Formats.Jpeg;
using MediaGuard.Ingest.Formats.Others;
using MediaGuard.Ingest.Formats.Png;
using MediaGuard.Ingest.Formats.Tiff;
using MediaGuard.Ingest.Formats.WebP;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Ingest;

public static partial class IngestServices
{
    static partial void AddCleaning(IServiceCollection services)
    {
        services.AddOptions<CleaningOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<IsolationOptions>().ValidateDataAnnotations().ValidateOnStart();

        AddFormat<JpegFamily>(services);
        AddFormat<PngFamily>(services);
        AddFormat<HeifFamily>(services);
        AddFormat<AvifFamily>(services);
        AddFormat<WebPFamily>(services);
        AddFormat<GifFamily>(services);
        AddFormat<TiffFamily>(services);
        AddFormat<BmpFamily>(services);
        AddFormat<CameraRawFamily>(services);
        AddFormat<ClipFamily>(services);
        AddFormat<OtherPictureFamily>(services);

        services.TryAddSingleton<FormatCatalog>();
        services.TryAddSingleton<IMediaReader, MediaReader>();
        services.TryAddSingleton<DecoderPool>();
        services.TryAddSingleton<IIsolationReport>(provider => provider.GetRequiredService<DecoderPool>());
        services.TryAddSingleton<IPictureDecoder, IsolatedDecoder>();
        services.TryAddSingleton<IPictureCleaner, PictureCleaner>();
        services.TryAddSingleton<IPixelDecoder, PixelDecoder>();
        services.TryAddSingleton<IFaceRedactor, FaceRedactor>();
    }

    private static void AddFormat<TFamily>(IServiceCollection services)
        where TFamily : class, IFormatFamily => services.TryAddEnumerable(ServiceDescriptor.Singleton<IFormatFamily, TFamily>());
}
