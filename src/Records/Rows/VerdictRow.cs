using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A verdict and the versions of everything that made it. History: one is current per item and channel.</summary>
internal sealed class VerdictRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public MediaId MediaId { get; set; }
    public string Channel { get; set; } = "";
    public Verdict Verdict { get; set; }
    public string Reasons { get; set; } = "";
    public long SceneVersion { get; set; }
    public long RegisterVersion { get; set; }
    public long PolicyVersion { get; set; }
    public string EngineVersion { get; set; } = "";
    public string ModelsVersion { get; set; } = "";
    public Instant At { get; set; }
    public bool IsCurrent { get; set; }

    /// <summary>The set of people it rests on (<see cref="PeopleSetRow"/>); empty for nobody, null where that was never noted.</summary>
    public Guid? RestsOn { get; set; }
}
