using System.Globalization;
using MediaGuard.Records.Policies;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>What concerns no single channel, as the form has it: numbers as they were typed.</summary>
internal sealed class SchoolForm
{
    /// <summary>Whether the form had it at all.</summary>
    public bool Sent { get; set; }
    public string? RemindDays { get; set; }
    public string? RegisterDays { get; set; }
    public string? YearMonth { get; set; }
    public string? YearDay { get; set; }
    public string? ManyFaces { get; set; }
    public string? SmallFace { get; set; }
    public bool UnknownDevices { get; set; }
    public string? ShredDays { get; set; }
    public string? Left { get; set; }
    public string? ToYes { get; set; }
    public string? ToNo { get; set; }
    public string? Renamed { get; set; }
    public string? Returned { get; set; }
    public string? Moved { get; set; }
    public string? Addresses { get; set; }
    public string? FewerRows { get; set; }

    public static SchoolForm Of(SchoolEdit school) => new()
    {
        Sent = true,
        RemindDays = Text(school.RemindDaysBefore),
        RegisterDays = Text(school.RegisterMaxAgeDays),
        YearMonth = Text(school.SchoolYearMonth),
        YearDay = Text(school.SchoolYearDay),
        ManyFaces = Text(school.ManyFaces),
        SmallFace = school.SmallFace.ToString(CultureInfo.InvariantCulture),
        UnknownDevices = school.HoldUnknownDevices,
        ShredDays = Text(school.ShredAfterDays),
        Left = Text(school.Imports.Left),
        ToYes = Text(school.Imports.ToYes),
        ToNo = Text(school.Imports.ToNo),
        Renamed = Text(school.Imports.Renamed),
        Returned = Text(school.Imports.Returned),
        Moved = Text(school.Imports.Moved),
        Addresses = Text(school.Imports.Addresses),
        FewerRows = Text(school.Imports.FewerRows),
    };

    public SchoolEdit Edit() => new(
        Number(RemindDays),
        Number(RegisterDays),
        Number(YearMonth),
        Number(YearDay),
        Number(ManyFaces),
        Number(SmallFace),
        UnknownDevices,
        Number(ShredDays),
        new ImportShares(Number(Left), Number(ToYes), Number(ToNo), Number(Renamed), Number(Returned), Number(Moved), Number(Addresses), Number(FewerRows)));

    /// <summary>Name and value of every field, to be sent along unseen.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Fields() =>
    [
        new(nameof(Sent), Sent ? "true" : "false"), new(nameof(RemindDays), RemindDays), new(nameof(RegisterDays), RegisterDays), new(nameof(YearMonth), YearMonth), new(nameof(YearDay), YearDay),
        new(nameof(ManyFaces), ManyFaces), new(nameof(SmallFace), SmallFace), new(nameof(UnknownDevices), UnknownDevices ? "true" : "false"), new(nameof(ShredDays), ShredDays), new(nameof(Left), Left), new(nameof(ToYes), ToYes),
        new(nameof(ToNo), ToNo), new(nameof(Renamed), Renamed), new(nameof(Returned), Returned), new(nameof(Moved), Moved), new(nameof(Addresses), Addresses), new(nameof(FewerRows), FewerRows),
    ];

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was typed; -1, which the policy's rules name and refuse, where that is no whole number.</summary>
    public static int Number(string? typed) => int.TryParse(typed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
