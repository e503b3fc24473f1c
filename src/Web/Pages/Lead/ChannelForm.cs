using MediaGuard.Records.Policies;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>One channel as the form has it.</summary>
internal sealed class ChannelForm
{
    public string Channel { get; set; } = "";
    public string[] Purposes { get; set; } = [];
    public bool NoFace { get; set; }
    public bool Second { get; set; }
    public int? Days { get; set; }

    /// <summary>To take a copy down by hand, as it was typed; empty leaves them as they are.</summary>
    public string? Hours { get; set; }
    public bool Used { get; set; }

    public static ChannelForm Of(ChannelSetting setting) => new()
    {
        Channel = setting.Channel,
        Purposes = [.. setting.Purposes],
        NoFace = setting.NoFaceSuffices,
        Second = setting.NeedsSecondApprover,
        Days = setting.PublishedForDays == 0 ? null : setting.PublishedForDays,
        Hours = SchoolForm.Text(setting.TakeDownWithinHours),
        Used = true,
    };

    public static ChannelForm Of(StandardChannel channel) => new() { Channel = channel.Id, Purposes = [channel.Id] };

    public ChannelEdit Edit() => new(Channel, [.. Purposes.Where(p => !string.IsNullOrWhiteSpace(p))], NoFace, Second, Days ?? 0)
    {
        IsUsed = Used,
        TakeDownWithinHours = string.IsNullOrWhiteSpace(Hours) ? null : SchoolForm.Number(Hours),
    };
}
