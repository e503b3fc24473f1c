namespace MediaGuard.Media;

/// <summary>The fault points of a program in service: none.</summary>
public sealed class NoFaultPoints : IFaultPoints
{
    public static readonly NoFaultPoints Instance = new();

    public void Reach(string point)
    {
    }
}
