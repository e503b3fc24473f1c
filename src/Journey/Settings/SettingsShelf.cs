using System.Collections;
using MediaGuard.Media;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace MediaGuard.Journey.Settings;

/// <summary>Which settings are in force, and where each comes from.</summary>
public sealed class SettingsShelf(IEnumerable<SettingGroup> groups, IConfiguration configuration, IServiceProvider services)
{
    private readonly IReadOnlyList<IConfigurationProvider> providers = configuration is IConfigurationRoot root ? [.. root.Providers.Reverse()] : [];

    public IReadOnlyList<(SettingGroup Group, IReadOnlyList<SettingLine> Lines)> All() => [.. groups.Select(g => (g, Lines(g)))];

    private IReadOnlyList<SettingLine> Lines(SettingGroup group)
    {
        var options = group.Options(services);
        return [.. group.Settings.Select(s => Line(group, options, s.Name, s.Says))];
    }

    private SettingLine Line(SettingGroup group, object options, string name, string says)
    {
        var key = $"{group.Section}:{name}";
        var isSecret = group.Secrets.Contains(name);
        var value = Value(options, name);
        return new SettingLine(key, says, isSecret ? value is null or "" ? Words.Text("not set") : Words.Text("set") : Text(value), SourceOf(key), isSecret);
    }

    private SettingSource SourceOf(string key) => providers.FirstOrDefault(p => p.TryGet(key, out _) || p.GetChildKeys([], key).Any()) switch
    {
        null => SettingSource.Default,
        JsonConfigurationProvider => SettingSource.File,
        EnvironmentVariablesConfigurationProvider => SettingSource.Environment,
        _ => SettingSource.Elsewhere,
    };

    private static object? Value(object options, string name) =>
        name.Split(':').Aggregate((object?)options, (at, part) => at?.GetType().GetProperty(part)?.GetValue(at));

    private static string Text(object? value) => value switch
    {
        null or "" => Words.Text("none"),
        string text => text,
        bool yes => yes ? Words.Text("yes") : Words.Text("no"),
        TimeSpan span => Span(span),
        IDictionary named => named.Count == 0 ? Words.Text("none") : string.Join(", ", named.Keys.Cast<object>()),
        IEnumerable many => string.Join(", ", many.Cast<object>()) is { Length: > 0 } joined ? joined : Words.Text("none"),
        IFormattable number => number.ToString("N0", Words.Culture),
        _ => value.ToString() ?? "",
    };

    private static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: 1 } => Words.Text("1 second"),
        { TotalMinutes: 1 } => Words.Text("1 minute"),
        { TotalDays: 1 } => Words.Text("1 day"),
        { TotalSeconds: < 120 } => Words.Text($"{span.TotalSeconds:0.###} seconds"),
        { TotalMinutes: < 120 } => Words.Text($"{span.TotalMinutes:0.#} minutes"),
        { TotalHours: < 48 } => Words.Text($"{span.TotalHours:0.#} hours"),
        _ => Words.Text($"{span.TotalDays:0.#} days"),
    };
}
