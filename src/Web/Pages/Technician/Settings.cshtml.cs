using MediaGuard.Journey.Settings;
using MediaGuard.Media;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>Which settings are in force and where each comes from; of a secret only whether it is set.</summary>
internal sealed class SettingsModel(SettingsShelf shelf) : SchoolPage
{
    public IReadOnlyList<(SettingGroup Group, IReadOnlyList<SettingLine> Lines)> All { get; private set; } = [];

    public void OnGet() => All = shelf.All();

    public static string Say(SettingSource source) => source switch
    {
        SettingSource.Default => Words.Text("default"),
        SettingSource.File => Words.Text("file"),
        SettingSource.Environment => Words.Text("environment"),
        SettingSource.Elsewhere => Words.Text("start of the program"),
    };
}
