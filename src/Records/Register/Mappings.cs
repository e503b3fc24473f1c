using System.Collections.Immutable;
using MediaGuard.Consent.Import;

namespace MediaGuard.Records.Register;

/// <summary>A person's choice of columns laid over a preset.</summary>
internal static class Mappings
{
    public static ImportMapping Of(ImportColumns columns, ReadOnlyMemory<byte> bytes)
    {
        var preset = columns.Preset is { Length: > 0 } name && ImportPresets.Find(name) is { } found ? found : ImportReader.PresetOf(bytes);
        return preset with
        {
            Key = Or(columns.Key, preset.Key),
            FullName = Or(columns.FullName, preset.FullName),
            Forename = Or(columns.Forename, preset.Forename),
            Surname = Or(columns.Surname, preset.Surname),
            Preferred = Or(columns.Preferred, preset.Preferred),
            Nicknames = Or(columns.Nicknames, preset.Nicknames),
            Class = Or(columns.Class, preset.Class),
            Year = Or(columns.Year, preset.Year),
            Leaving = Or(columns.Leaving, preset.Leaving),
            Exported = Or(columns.Exported, preset.Exported),
            Contacts = columns.Contact switch
            {
                null => preset.Contacts,
                "" => [],
                var contact => [new ContactHeadings([contact], Or(columns.ContactEmail, preset.Contacts[0].Email), Or(columns.ContactResponsibility, preset.Contacts[0].Responsibility))],
            },
            Answers = columns.Answers.ToImmutableDictionary(),
            Yes = columns.Yes is { } yes ? [.. yes] : preset.Yes,
            No = columns.No is { } no ? [.. no] : preset.No,
        };
    }

    /// <summary>An empty choice means that the file has no such column.</summary>
    private static ImmutableArray<string> Or(string? chosen, ImmutableArray<string> preset) => chosen switch
    {
        null => preset,
        "" => [],
        _ => [chosen],
    };
}
