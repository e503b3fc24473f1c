namespace MediaGuard.Ingest.Names;

/// <summary>What parts two words, the weakest first.</summary>
internal enum NameGap
{
    /// <summary>Nothing but a change of case or an apostrophe: the words may be one.</summary>
    Soft,
    Space,

    /// <summary>Hyphen, underscore, dot, digits: what stands in file names where a space would.</summary>
    Joiner,
    Comma,

    /// <summary>The end of a sentence, or anything else.</summary>
    Break,
}
