using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

/// <summary>Shows which words of a caption name people of the register.</summary>
public interface INameFinder
{
    /// <summary>The words, in the text's order; none overlap. Never throws, whatever the text; reads its first thousand characters.</summary>
    ImmutableArray<NameFind> Find(NameIndex index, string text);
}
