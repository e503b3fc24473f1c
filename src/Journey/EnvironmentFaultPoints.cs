using System.Diagnostics;
using MediaGuard.Media;

namespace MediaGuard.Journey;

/// <summary>Ends the process, as a power cut would, at the point named by <c>MEDIAGUARD_FAULT</c>. For crash tests only; unset in service.</summary>
internal sealed class EnvironmentFaultPoints(string point) : IFaultPoints
{
    public const string Variable = "MEDIAGUARD_FAULT";

    public static IFaultPoints FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } point ? new EnvironmentFaultPoints(point) : NoFaultPoints.Instance;

    public void Reach(string reached)
    {
        if (string.Equals(reached, point, StringComparison.Ordinal))
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.InfiniteTimeSpan);
        }
    }
}
