using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.BlazeFace;
using MediaGuard.Vision.Detection.UltraFace;
using MediaGuard.Vision.Detection.YuNet;
using MediaGuard.Vision.Evaluation;
using MediaGuard.Vision.Matching;
using MediaGuard.Vision.Matching.Evaluation;
using MediaGuard.Vision.Models;
using MediaGuard.Vision.Models.Installing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Vision;

/// <summary>Registers this room.</summary>
public static class VisionServices
{
    /// <summary>Adds <see cref="IFaceFinder"/>, <see cref="IFaceMatcher"/>, <see cref="IReferencePhotos"/>, <see cref="IModelCatalog"/> and <see cref="IModelInstaller"/>. The caller configures <see cref="ModelOptions"/>.</summary>
    public static IServiceCollection AddVision(this IServiceCollection services)
    {
        services.AddOptions<ModelOptions>().PostConfigure(AddFoldersOfEnvironment).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ModelManifest>();
        services.TryAddSingleton<ModelFiles>();
        services.TryAddSingleton<ModelSessions>();
        services.TryAddSingleton<IModelCatalog, ModelCatalog>();
        services.TryAddSingleton<IPackageFetcher, NpmPackageFetcher>();
        services.TryAddSingleton<IAddressFetcher, AddressFetcher>();
        services.TryAddSingleton<IModelInstaller, ModelInstaller>();
        services.TryAddSingleton<IFaceFinder, FaceFinder>();
        services.TryAddSingleton<FaceEmbedder>();
        services.TryAddSingleton<IEmbeddingModel>(p => p.GetRequiredService<FaceEmbedder>());
        services.TryAddSingleton<IFaceMatcher, FaceMatcher>();
        services.TryAddSingleton(p => new MatchingTrials(p.GetRequiredService<IFaceFinder>(), p.GetRequiredService<FaceEmbedder>()));
        services.TryAddSingleton(p => new FaceStrategies(
            p.GetServices<IFaceProposer>(), p.GetServices<IFaceConfirmer>(), p.GetRequiredService<ModelSessions>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<FaceFinder>>()));
        services.TryAddSingleton<IReferencePhotos, ReferencePhotos>();

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFaceProposer, UltraFaceProposer>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFaceProposer, YuNetProposer>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IFaceConfirmer, BlazeFaceConfirmer>());
        return services;
    }

    private static void AddFoldersOfEnvironment(ModelOptions options)
    {
        foreach (var folder in (Environment.GetEnvironmentVariable("MEDIAGUARD_MODELS_FROM") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            options.From.Add(folder);
        }
    }
}
