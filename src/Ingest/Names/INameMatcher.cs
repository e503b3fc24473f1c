using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

/// <summary>Finds people of the register in texts, however spelt: accents, hyphens, apostrophes, CamelCase, underscores, initials.</summary>
public interface INameMatcher
{
    /// <summary>One hint a person and field, the surest. Never throws, whatever the texts.</summary>
    /// <param name="group">The photo's class: where a name fits several people and some are of it, only they are meant.</param>
    ImmutableArray<NameHint> Match(NameIndex index, GroupId? group, IEnumerable<NameableText> texts);
}
