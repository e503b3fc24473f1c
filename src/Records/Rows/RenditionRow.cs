using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A cleaned version of an item.</summary>
internal sealed class RenditionRow
{
    public SchoolId SchoolId { get; set; }
    public RenditionId Id { get; set; }
    public MediaId MediaId { get; set; }
    public int Width { get; set; }
    public int Height { get; set; }
    public long Length { get; set; }
    public byte[] Sha256 { get; set; } = [];
    public string Removed { get; set; } = "";
    public string Notes { get; set; } = "";
    public Instant MadeAt { get; set; }
}
