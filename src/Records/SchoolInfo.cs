using MediaGuard.Media;

namespace MediaGuard.Records;

/// <summary>A school as the program's loops need it.</summary>
/// <param name="SharePath">Root of its share; empty for the data folder's own.</param>
public sealed record SchoolInfo(SchoolId Id, string Name, TimeZoneInfo Zone, string SharePath)
{
    public override string ToString() => Id.ToString();
}
