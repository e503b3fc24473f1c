using MediaGuard.Publisher.Channels;
using MediaGuard.Publisher.Channels.Folder;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Publisher.Recall;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Publisher;

public static class PublisherServices
{
    /// <summary>Registers the gate, the recaller and every channel. Needs a decision engine and an <see cref="IReleaseLedger"/>.</summary>
    public static IServiceCollection AddPublisher(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);

        // Transient, because the ledger may live no longer than its scope.
        services.TryAddTransient<Clearance.Gate>();
        services.TryAddSingleton<ChannelRegistry>();
        services.TryAddSingleton<Recaller>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IChannel, FolderChannel>());
        return services;
    }
}
