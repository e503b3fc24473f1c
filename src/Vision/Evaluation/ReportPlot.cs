using MediaGuard.Media;
using ScottPlot;

namespace MediaGuard.Vision.Evaluation;

/// <summary>Draws plots as SVG for <see cref="ReportPage"/>.</summary>
internal static class ReportPlot
{
    private const int Width = 760;
    private const int Height = 440;

    /// <summary>Lines over a shared pair of axes, the first point of each at its left end.</summary>
    /// <param name="marks">Single points worth pointing out, with a word each.</param>
    /// <param name="limits">Left, right, bottom and top of the axes; null fits them to the data.</param>
    public static string Lines(
        string x, string y, IEnumerable<PlotSeries> lines, IEnumerable<(string Name, double X, double Y)>? marks = null, (double Left, double Right, double Bottom, double Top)? limits = null)
    {
        using var plot = Axes(x, y);
        foreach (var line in lines)
        {
            var drawn = plot.Add.ScatterLine(line.X.ToArray(), line.Y.ToArray());
            drawn.LegendText = line.Name;
            drawn.LineWidth = 2;
        }

        foreach (var (name, markX, markY) in marks ?? [])
        {
            plot.Add.Marker(markX, markY, MarkerShape.FilledCircle, 9).LegendText = name;
        }

        if (limits is { } l)
        {
            plot.Axes.SetLimits(l.Left, l.Right, l.Bottom, l.Top);
        }

        return plot.GetSvgXml(Width, Height);
    }

    /// <summary>The share of each set's values that falls in each of <paramref name="bins"/> equal bins between <paramref name="least"/> and <paramref name="most"/>.</summary>
    public static string Shares(string x, IEnumerable<(string Name, IReadOnlyCollection<double> Values)> sets, double least, double most, int bins)
    {
        var step = (most - least) / bins;
        return Lines(x, Words.Text("share"), sets.Select(set =>
        {
            var counts = new double[bins];
            foreach (var value in set.Values)
            {
                counts[Math.Clamp((int)((value - least) / step), 0, bins - 1)] += 1.0 / set.Values.Count;
            }

            return new PlotSeries(set.Name, [.. Enumerable.Range(0, bins).Select(i => least + ((i + 0.5) * step))], [.. counts]);
        }));
    }

    private static Plot Axes(string x, string y)
    {
        var plot = new Plot();
        plot.XLabel(x);
        plot.YLabel(y);
        plot.ShowLegend(Alignment.LowerLeft);
        return plot;
    }
}
