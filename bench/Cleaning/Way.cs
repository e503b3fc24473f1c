namespace MediaGuard.Bench.Cleaning;

/// <summary>One way of getting a clean picture out of a file, and how long it took each time, in milliseconds a photo.</summary>
internal sealed record Way(string Name, Action Work)
{
    public List<double> Times { get; } = [];

    public double Median => Times.Order().ElementAt(Times.Count / 2);
}
