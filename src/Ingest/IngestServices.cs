using MediaGuard.Ingest.Names;
using MediaGuard.Ingest.Vault;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Ingest;

/// <summary>The room's one registration: vault, arrivals, uploads, scanning, cleaning and names. Options are bound by the caller.</summary>
public static partial class IngestServices
{
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddVault();
        AddArrivals(services);
        AddUploads(services);
        AddScanning(services);
        AddCleaning(services);
        services.TryAddSingleton<NameMatcher>();
        services.TryAddSingleton<INameMatcher>(provider => provider.GetRequiredService<NameMatcher>());
        services.TryAddSingleton<INameFinder>(provider => provider.GetRequiredService<NameMatcher>());
        return services;
    }

    static partial void AddArrivals(IServiceCollection services);

    static partial void AddUploads(IServiceCollection services);

    static partial void AddScanning(IServiceCollection services);

    static partial void AddCleaning(IServiceCollection services);
}
