using MediaGuard.Ingest.Names;
using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>Somebody the file's name or metadata names, for the page; holds a name.</summary>
/// <param name="Counts">Whether it counts for the decision; a weak one is only shown.</param>
public sealed record NameHintView(PersonId Person, string Name, NameField Field, Sureness Sureness, bool Counts)
{
    public override string ToString() => Person.ToString();
}
