using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Departures;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Ingest;

public static partial class IngestServices
{
    static partial void AddArrivals(IServiceCollection services)
    {
        services.AddOptions<ArrivalOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IFaultPoints>(NoFaultPoints.Instance);
        services.TryAddSingleton<IShareFolders, ShareFolders>();
        services.TryAddSingleton<IShareScanner, ShareScanner>();
        services.TryAddSingleton<IShareNudge, ShareNudge>();
        services.TryAddSingleton<ISourceOpener, SourceOpener>();
        services.TryAddSingleton<IDeviceCopyRemover, DeviceCopyRemover>();
    }
}
