using System.Collections.Concurrent;
using System.Globalization;
using MediaGuard.Media;

namespace MediaGuard.Web.Tests;

/// <summary>English as it is, and what of it was said.</summary>
internal sealed class Hearing() : Translation(CultureInfo.GetCultureInfo("en-GB"), [])
{
    private readonly ConcurrentDictionary<string, bool> heard = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Heard => [.. heard.Keys];

    public override string Of(string english)
    {
        heard.TryAdd(english, true);
        return english;
    }
}
