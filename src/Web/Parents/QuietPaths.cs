using Microsoft.Extensions.Logging;

namespace MediaGuard.Web.Parents;

/// <summary>Keeps the framework from logging the paths of requests, whatever the settings ask for: a parent's link is in its path, and whoever reads the log must not open it.</summary>
internal static class QuietPaths
{
    private const string Framework = "Microsoft.AspNetCore";

    public static void Apply(LoggerFilterOptions options)
    {
        // the rule with the longest category wins, so every rule that asks for more of the framework goes
        var louder = options.Rules.Where(r => (r.LogLevel is null || r.LogLevel < LogLevel.Warning) && r.CategoryName is { } category
            && (category.StartsWith(Framework, StringComparison.OrdinalIgnoreCase) || category.Contains('*', StringComparison.Ordinal))).ToList();
        louder.ForEach(r => options.Rules.Remove(r));
        foreach (var provider in options.Rules.Select(r => r.ProviderName).Append(null).Distinct().ToList())
        {
            options.Rules.Add(new LoggerFilterRule(provider, Framework, LogLevel.Warning, null));
        }
    }
}
