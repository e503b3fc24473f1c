namespace MediaGuard.Consent.Register;

/// <summary>The ways of recording that the rules tell apart from a person's own word.</summary>
public static class HowSaid
{
    /// <summary>An export of the MIS said so.</summary>
    public const string Import = "import";

    /// <summary>An export no longer showed a yes. Nobody refused, so a later export's yes may count.</summary>
    public const string ImportBlank = "import-blank";

    /// <summary>An import was undone that had written the first answer.</summary>
    public const string ImportUndone = "import-undone";

    /// <summary>A guardian said so by the link the office gave them.</summary>
    public const string Link = "link";

    /// <summary>The safeguarding lead protected the person.</summary>
    public const string Protection = "protection";

    /// <summary>The policy gained a purpose, and everything there was before had been refused for the person.</summary>
    public const string Altogether = "altogether";

    /// <summary>The person was erased from the register.</summary>
    public const string Erasure = "erasure";

    /// <summary>Whether a no recorded this way is somebody's no, which an import never turns.</summary>
    public static bool IsSomebodysWord(string how) => how is not ImportBlank and not ImportUndone;
}
