namespace MediaGuard.Journey.Settings;

/// <summary>The settings of one section of the configuration, each with what it means.</summary>
/// <param name="Options">The object the section is bound to, as it is in force.</param>
/// <param name="Secrets">Names whose value is never shown.</param>
public sealed record SettingGroup(string Section, string Title, Func<IServiceProvider, object> Options, IReadOnlyList<(string Name, string Says)> Settings, IReadOnlyList<string> Secrets)
{
    public SettingGroup(string section, string title, Func<IServiceProvider, object> options, IReadOnlyList<(string Name, string Says)> settings)
        : this(section, title, options, settings, [])
    {
    }
}
