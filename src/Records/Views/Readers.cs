using MediaGuard.Consent.Decisions;

namespace MediaGuard.Records.Views;

internal static class Readers
{
    public static Audience ToAudience(this Reader reader) => reader switch
    {
        Reader.Teacher => Audience.Teacher,
        Reader.Office => Audience.Office,
        Reader.Lead => Audience.Lead,
    };
}
