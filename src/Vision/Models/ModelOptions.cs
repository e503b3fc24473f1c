using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Vision.Models;

/// <summary>Where models lie.</summary>
public sealed class ModelOptions
{
    /// <summary>The manifest file.</summary>
    [Required]
    public string Manifest { get; set; } = "";

    /// <summary>The folder of installed weights.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>
    /// Folders searched, before any package is fetched, for a file with the right digest, under whatever name. The folders in
    /// the environment variable <c>MEDIAGUARD_MODELS_FROM</c>, separated as in PATH, are added to these.
    /// </summary>
    public IList<string> From { get; } = [];

    /// <summary>Threads per inference. Default 1: photos run side by side instead.</summary>
    [Range(1, 64)]
    public int ThreadsPerInference { get; set; } = 1;

    /// <summary>The npm program.</summary>
    [Required]
    public string Npm { get; set; } = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>How long one fetch may take. Default five minutes.</summary>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long connecting to an address may take: some firewalls swallow what they do not let through. Default ten seconds.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
