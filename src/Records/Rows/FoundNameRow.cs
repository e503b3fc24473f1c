using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A text of the file's metadata or name that may name somebody.</summary>
internal sealed class FoundNameRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public MediaId MediaId { get; set; }
    public string Field { get; set; } = "";
    public string Text { get; set; } = "";
}
