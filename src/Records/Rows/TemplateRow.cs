using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>An enrolled person's template, sealed under the person's key, which lies in the keyring and in no backup of this database.</summary>
internal sealed class TemplateRow
{
    public SchoolId SchoolId { get; set; }
    public PersonId PersonId { get; set; }
    public byte[] Sealed { get; set; } = [];

    /// <summary>Which model made it, as <c>name@digest8</c>.</summary>
    public string Model { get; set; } = "";
    public int Photos { get; set; }
    public Instant EnrolledAt { get; set; }
    public UserId? EnrolledBy { get; set; }
}
