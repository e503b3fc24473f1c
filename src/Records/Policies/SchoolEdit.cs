namespace MediaGuard.Records.Policies;

/// <summary>What the lead wants of the school as a whole.</summary>
/// <param name="RemindDaysBefore">A yes that ends within this many days is on the list of reminders.</param>
/// <param name="RegisterMaxAgeDays">A register nobody imported or confirmed for more days than this holds public channels.</param>
/// <param name="SchoolYearMonth">The month a school year begins in, from 1.</param>
/// <param name="SchoolYearDay">The day it begins on.</param>
/// <param name="ManyFaces">More faces than this are looked at one by one.</param>
/// <param name="SmallFace">Faces with a shorter side under this many pixels are looked at one by one.</param>
/// <param name="HoldUnknownDevices">A camera the inventory does not know holds the picture.</param>
/// <param name="ShredAfterDays">Days after which an original goes even while something is held.</param>
/// <param name="Imports">Above which share of the register an import asks twice.</param>
public sealed record SchoolEdit(
    int RemindDaysBefore, int RegisterMaxAgeDays, int SchoolYearMonth, int SchoolYearDay, int ManyFaces, double SmallFace, bool HoldUnknownDevices, int ShredAfterDays, ImportShares Imports) : PolicyEdit
{
    /// <summary>As the school stands.</summary>
    public static SchoolEdit Of(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(
            document.RemindDaysBefore, document.RegisterMaxAgeDays, document.SchoolYearMonth, document.SchoolYearDay, document.ManyFaces, document.SmallFace, document.HoldUnknownDevices, document.ShredAfterDays, ImportShares.Of(document.Imports));
    }

    internal PolicyDocument On(PolicyDocument document) => document with
    {
        RemindDaysBefore = RemindDaysBefore,
        RegisterMaxAgeDays = RegisterMaxAgeDays,
        SchoolYearMonth = SchoolYearMonth,
        SchoolYearDay = SchoolYearDay,
        ManyFaces = ManyFaces,
        SmallFace = SmallFace,
        HoldUnknownDevices = HoldUnknownDevices,
        ShredAfterDays = ShredAfterDays,
        Imports = Imports.Limits(),
    };
}
