using System.Text;

namespace MediaGuard.Web.Api;

/// <summary>The header <c>Upload-Metadata</c> of the tus protocol 1.0.0: keys, each with a value in base64.</summary>
internal static class UploadMetadata
{
    /// <summary>What can't be read is left out.</summary>
    public static IReadOnlyDictionary<string, string> Read(string? header)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split(' ', 2);
            var bytes = new byte[parts.Length == 2 ? parts[1].Length : 0];
            if (parts.Length == 2 && Convert.TryFromBase64String(parts[1], bytes, out var length))
            {
                found[parts[0]] = Encoding.UTF8.GetString(bytes, 0, length);
            }
        }

        return found;
    }
}
