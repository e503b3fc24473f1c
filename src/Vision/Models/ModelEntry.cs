using System.Text.Json.Serialization;

namespace MediaGuard.Vision.Models;

/// <summary>One model of the manifest, as written there.</summary>
/// <param name="Name">Unique in the manifest.</param>
/// <param name="Role">detector, confirmer, embedding, text.</param>
/// <param name="IsRequired">Nothing is seen without it.</param>
/// <param name="Source"><c>npm</c> (fetched), or <c>file</c> (only taken from a folder somebody names).</param>
/// <param name="Package">For npm: <c>name@version</c>; otherwise null.</param>
/// <param name="Path">For npm: the file inside the package; otherwise null.</param>
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
    string File,
    string Sha256,
    long Size,
    string Licence,
    string Origin)
{
    /// <summary>For people: <c>npm name@version</c>, or where a file is to be had.</summary>
    public string SourceText => Package is null ? $"file, from {Origin}" : $"{Source} {Package}";
}
