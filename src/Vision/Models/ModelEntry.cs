using System.Text.Json.Serialization;

namespace MediaGuard.Vision.Models;

/// <summary>One model of the manifest, as written there.</summary>
/// <param name="Name">Unique in the manifest.</param>
/// <param name="Role">detector, confirmer, embedding, text.</param>
/// <param name="IsRequired">Nothing is seen without it.</param>
/// <param name="Source"><c>npm</c> (fetched from a package), <c>url</c> (fetched from a public address), or <c>file</c> (only taken from a folder somebody names).</param>
/// <param name="Package">For npm: <c>name@version</c>; otherwise null.</param>
/// <param name="Path">For npm: the file inside the package; otherwise null.</param>
/// <param name="Url">For url: the file's address, https; otherwise null.</param>
/// <param name="File">Its name in the folder of weights: letters, digits, dot, hyphen, underscore.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Licence">SPDX name.</param>
/// <param name="Origin">The public address of whoever trained or published it first.</param>
internal sealed record ModelEntry(
    string Name,
    string Role,
    [property: JsonPropertyName("required")] bool IsRequired,
    string Source,
    string? Package,
    string? Path,
    Uri? Url,
    string File,
    string Sha256,
    long Size,
    string Licence,
    string Origin)
{
    /// <summary><c>name@digest8</c>, as verdicts and templates name a model.</summary>
    public string Version => $"{Name}@{Sha256[..8]}";

    /// <summary>For people: <c>npm name@version</c>, the address, or where a file is to be had.</summary>
    public string SourceText => Package is not null ? $"{Source} {Package}" : Url is not null ? Url.Host : $"file, from {Origin}";
}
