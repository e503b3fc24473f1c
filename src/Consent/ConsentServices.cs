using MediaGuard.Consent.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Consent;

public static class ConsentServices
{
    /// <summary>Registers the decision engine.</summary>
    public static IServiceCollection AddConsent(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<DecisionEngine>(_ => new DecisionEngine());
        return services;
    }
}
