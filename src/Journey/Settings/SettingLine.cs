namespace MediaGuard.Journey.Settings;

/// <summary>One setting as it is in force. Of a secret only whether it is set.</summary>
/// <param name="Variable">The environment variable that sets it.</param>
public sealed record SettingLine(string Name, string Says, string Value, SettingSource Source, bool IsSecret)
{
    public string Variable => "MEDIAGUARD_" + Name.Replace(":", "__", StringComparison.Ordinal);
}
