namespace MediaGuard.Journey.Settings;

/// <summary>Where a setting's value comes from.</summary>
public enum SettingSource
{
    Default,
    File,
    Environment,
    Elsewhere,
}
