using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaGuard.Web.Api.Website;

internal static class WebsiteJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        NumberHandling = JsonNumberHandling.Strict,
    };
}
