using Microsoft.Extensions.FileProviders;

namespace MediaGuard.Web;

/// <summary>
/// The program's style sheets, scripts and pictures. They lie beside it, so it does not matter from which folder it is started.
/// They are watched for changes once a page gave one's version, and the watch ends with the program's services.
/// </summary>
internal sealed class WebRoot : IDisposable
{
    private readonly PhysicalFileProvider? lying;

    public WebRoot()
    {
        var files = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        lying = Directory.Exists(files) ? new PhysicalFileProvider(files) : null;
    }

    public IFileProvider Files => lying ?? (IFileProvider)new NullFileProvider();

    public void Dispose() => lying?.Dispose();
}
