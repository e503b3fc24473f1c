using MediaGuard.Ingest.Names;
using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>The file's name or metadata names this person. Found once, against the register of that moment; the words themselves are not repeated here.</summary>
internal sealed class NameHintRow
{
    public SchoolId SchoolId { get; set; }
    public MediaId MediaId { get; set; }
    public PersonId PersonId { get; set; }
    public NameField Field { get; set; }
    public Sureness Sureness { get; set; }
}
