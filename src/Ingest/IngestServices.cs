using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Ingest;

/// <summary>Registers what arrives, is understood, is cleaned and leaves the device.</summary>
public static partial class IngestServices
{
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        AddArrivals(services);
        return services;
    }

    static partial void AddArrivals(IServiceCollection services);
}
