using System.Collections.Immutable;

namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>How well faces of a labelled folder are told apart. People are numbers: their folders in the order of their names, from 1.</summary>
/// <param name="LeftOut">Photos that could not be compared, by reason.</param>
/// <param name="EqualErrorRate">Where as many of the same person are missed as of different people are taken for one.</param>
/// <param name="Rates">At false accept rates of 1 in 100, 1,000 and 10,000.</param>
/// <param name="Operating">At the thresholds the program uses.</param>
/// <param name="Closest">The pairs of different people that look most alike, the closest first.</param>
/// <param name="Worst">Per person with two photos or more the least likeness between two of them, the worst first.</param>
/// <param name="Identified">Each person enrolled from the first photo, looked for in the others.</param>
public sealed record MatchingFigures(
    string Model,
    int People,
    int Photos,
    ImmutableSortedDictionary<string, int> LeftOut,
    int GenuinePairs,
    int ImpostorPairs,
    Estimate EqualErrorRate,
    ImmutableArray<RateFigure> Rates,
    ImmutableArray<OperatingFigure> Operating,
    ImmutableArray<PairFigure> Closest,
    ImmutableArray<PersonFigure> Worst,
    IdentifiedFigure Identified);
