using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A fact about the installation, such as that the demo school was made.</summary>
internal sealed class SettingRow
{
    public SchoolId SchoolId { get; set; }
    public string Name { get; set; } = "";
    public string Value { get; set; } = "";
}
