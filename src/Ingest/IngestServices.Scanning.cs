using MediaGuard.Ingest.Scanning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Ingest;

public static partial class IngestServices
{
    static partial void AddScanning(IServiceCollection services)
    {
        services.AddOptions<ScannerOptions>().ValidateDataAnnotations()
            .Validate(options => ClamAvAddress.IsWellFormed(options.ClamAv), "Scanner:ClamAv is neither host:port nor an absolute path.").ValidateOnStart();
        services.TryAddSingleton<IFileScanner, ClamAvScanner>();
    }
}
