using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>What holds for a purpose today, for the screen.</summary>
/// <param name="Word">yes, no, ended, left or none.</param>
/// <param name="Until">The last day of a yes; null when it has none.</param>
/// <param name="IsNobodysWord">Of a no: nobody said it, an import only no longer showed a yes; so somebody's no can still be recorded.</param>
public sealed record StandingView(PurposeId Purpose, string Name, string Word, DateOnly? Until, bool IsNobodysWord = false)
{
    /// <summary>Somebody said no; there is nothing more to record about it.</summary>
    public bool IsSomebodysNo => Word == "no" && !IsNobodysWord;
}
