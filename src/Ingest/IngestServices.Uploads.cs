using MediaGuard.Ingest.Uploads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Ingest;

public static partial class IngestServices
{
    static partial void AddUploads(IServiceCollection services)
    {
        services.AddOptions<UploadOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IPartialUploads, PartialUploads>();
        services.TryAddSingleton<IShareDrop, ShareDrop>();
    }
}
