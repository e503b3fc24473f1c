namespace MediaGuard.Media;

/// <summary>Named places between two effects at which a crash test may end the process. Does nothing in service.</summary>
public interface IFaultPoints
{
    /// <summary>Called when <paramref name="point"/> is reached, for example <c>departure.renamed</c>.</summary>
    void Reach(string point);
}
