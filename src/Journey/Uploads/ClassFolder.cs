using MediaGuard.Ingest.Arrivals;
using MediaGuard.Records;

namespace MediaGuard.Journey.Uploads;

/// <summary>A class's folder in the share: found in whatever spelling it has, and named so that it will be found.</summary>
internal static class ClassFolder
{
    /// <summary>Where photos of a class that is no more go; no class is found by it, so they are held and the office sees them.</summary>
    public const string OfNoClass = "no class";

    public static Func<string, bool> Matcher(string @class)
    {
        var wanted = NameForms.Normalise(@class);
        return name => NameForms.Normalise(name) == wanted;
    }

    /// <summary>The class's own name where a folder may bear it, otherwise the form in which names are compared.</summary>
    public static string NameOf(string @class) => ShareNames.IsOrdinary(@class) ? @class : NameForms.Normalise(@class);
}
