using System.Collections.Immutable;

namespace MediaGuard.Vision.Evaluation;

/// <summary>One line of a plot.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="X">As many as <paramref name="Y"/>.</param>
internal sealed record PlotSeries(string Name, ImmutableArray<double> X, ImmutableArray<double> Y);
