using System.Diagnostics;
using System.Globalization;
using MediaGuard.Media;

namespace MediaGuard.Journey;

/// <summary>
/// Ends the process, as a power cut would, at the point named by <c>MEDIAGUARD_FAULT</c>: <c>point</c> the first time it is reached, <c>point#3</c> the third.
/// For crash tests only; unset in service.
/// </summary>
internal sealed class EnvironmentFaultPoints : IFaultPoints
{
    public const string Variable = "MEDIAGUARD_FAULT";

    private readonly string point;
    private int left;

    public EnvironmentFaultPoints(string setting)
    {
        var parts = setting.Split('#');
        point = parts[0];
        left = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1;
    }

    public static IFaultPoints FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } point ? new EnvironmentFaultPoints(point) : NoFaultPoints.Instance;

    public void Reach(string reached)
    {
        if (string.Equals(reached, point, StringComparison.Ordinal) && Interlocked.Decrement(ref left) == 0)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.InfiniteTimeSpan);
        }
    }
}
