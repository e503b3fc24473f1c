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

    /// <summary>Threads per inference. Default 1: photos run side by side instead.</summary>
    [Range(1, 64)]
    public int ThreadsPerInference { get; set; } = 1;
}
