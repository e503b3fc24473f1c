using System.ComponentModel.DataAnnotations;

namespace MediaGuard.Web.Api.Website;

/// <summary>How content systems may ask. Bound to the section <c>Website</c>.</summary>
public sealed class WebsiteApiOptions
{
    /// <summary>Most requests of one token within a minute. Default 300.</summary>
    [Range(1, 100_000)]
    public int RequestsPerMinute { get; set; } = 300;

    /// <summary>Most requests without an open token from one address within a minute. Default 30.</summary>
    [Range(1, 100_000)]
    public int WrongTokensPerMinute { get; set; } = 30;
}
