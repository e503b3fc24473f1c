namespace MediaGuard.Ingest.Names;

/// <summary>A word of a <see cref="NameText"/>.</summary>
/// <param name="Start">Its first letter in the text's letters.</param>
/// <param name="End">Behind its last letter.</param>
/// <param name="Before">What parts it from the word before.</param>
/// <param name="IsCapital">Its first letter is a capital.</param>
internal readonly record struct NameWord(int Start, int End, NameGap Before, bool IsCapital)
{
    public int Length => End - Start;
}
