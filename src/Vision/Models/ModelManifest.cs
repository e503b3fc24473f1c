using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace MediaGuard.Vision.Models;

/// <summary>The manifest file, read once and checked.</summary>
/// <exception cref="InvalidDataException">The manifest is not what it should be; the message says where.</exception>
internal sealed partial class ModelManifest(IOptions<ModelOptions> options)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };
    private readonly Lazy<ImmutableArray<ModelEntry>> _models = new(() => Read(options.Value.Manifest));

    public ImmutableArray<ModelEntry> Models => _models.Value;

    public ModelEntry Entry(string name) =>
        Models.FirstOrDefault(m => m.Name == name) ?? throw new InvalidDataException($"The model manifest has no entry '{name}'.");

    private static ImmutableArray<ModelEntry> Read(string path)
    {
        ManifestFile? file;
        try
        {
            file = JsonSerializer.Deserialize<ManifestFile>(File.ReadAllBytes(path), Json);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The model manifest is not valid JSON.", e);
        }

        var models = file?.Models ?? throw new InvalidDataException("The model manifest has no list 'models'.");
        foreach (var model in models)
        {
            Check(model);
        }

        return models.Select(m => m.Name).Distinct().Count() == models.Length && models.Select(m => m.File).Distinct().Count() == models.Length
            ? models
            : throw new InvalidDataException("The model manifest names a model or a file twice.");
    }

    private static void Check(ModelEntry model)
    {
        var sourceIsWhole = model.Source switch
        {
            "npm" => model.Package is not null && PackagePattern.IsMatch(model.Package) && !string.IsNullOrEmpty(model.Path) && model.Url is null,
            "url" => model.Package is null && model.Path is null && IsAddress(model.Url),
            "file" => model.Package is null && model.Path is null && model.Url is null,
            _ => false,
        };
        if (!sourceIsWhole || !FilePattern.IsMatch(model.File) || !DigestPattern.IsMatch(model.Sha256) || model.Size <= 0)
        {
            throw new InvalidDataException($"The model manifest's entry '{model.Name}' has a wrong source, package, url, file, digest or size.");
        }
    }

    private static bool IsAddress(Uri? url) => url is { IsAbsoluteUri: true, UserInfo.Length: 0 } && url.Scheme == Uri.UriSchemeHttps;

    // A package specification goes to npm as one argument: it must not look like an option, an address or a folder.
    [GeneratedRegex(@"\A(@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*@[0-9][0-9A-Za-z.+-]*\z")]
    private static partial Regex PackagePattern { get; }

    [GeneratedRegex(@"\A[A-Za-z0-9_][A-Za-z0-9._-]*\z")]
    private static partial Regex FilePattern { get; }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex DigestPattern { get; }

    private sealed record ManifestFile(ImmutableArray<ModelEntry>? Models);
}
