using MediaGuard.Media;

namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>One evaluation of matching on labelled photos. Embeddings stay in memory until it is disposed. One thread at a time.</summary>
public interface IMatchingTrial : IDisposable
{
    /// <summary>Adds a photo of one person; of several faces the largest counts. Returns why it can't be compared, or null.</summary>
    /// <param name="person">From 0.</param>
    /// <param name="photo">From 0, within the person.</param>
    ReferenceProblem? Add(int person, int photo, PixelImage picture, CancellationToken cancellationToken);

    /// <exception cref="InvalidOperationException">Fewer than two people, or nobody with two photos.</exception>
    MatchingFigures Figures();

    /// <summary>The figures for the terminal; no names in it.</summary>
    /// <param name="figures">From <see cref="Figures"/>.</param>
    string Text(MatchingFigures figures);

    /// <summary>The figures as one self-contained page with plots; no names in it.</summary>
    /// <param name="figures">From <see cref="Figures"/>.</param>
    /// <param name="madeAt">Shown at the top.</param>
    string Page(MatchingFigures figures, DateTimeOffset madeAt);
}
