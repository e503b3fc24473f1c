using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Vault;

/// <summary>Ends the work at one fault point, as a killed process would.</summary>
internal sealed class FailAt(string point) : IFaultPoints
{
    public void Reach(string reached)
    {
        if (reached == point)
        {
            throw new InvalidOperationException("killed");
        }
    }
}
