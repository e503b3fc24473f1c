using MediaGuard.Media;

namespace MediaGuard.Publisher.Clearances;

/// <summary>The right of one copy to leave for one channel, decided a moment ago. Only the gate nested here makes one.</summary>
public sealed partial class Clearance
{
    private Clearance(ReleaseId release, string releaseName, RenditionId rendition, ReleaseRequest request)
    {
        Release = release;
        ReleaseName = releaseName;
        Rendition = rendition;
        Request = request;
    }

    public ReleaseId Release { get; }
    public string ReleaseName { get; }
    public RenditionId Rendition { get; }
    public ReleaseRequest Request { get; }

    public override string ToString() => $"Clearance {Release}";
}
