using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Ingest;

public static partial class IngestServices
{
    public static IServiceCollection AddIngest(this IServiceCollection services)
    {
        AddCleaning(services);
        return services;
    }

    static partial void AddCleaning(IServiceCollection services);
}
