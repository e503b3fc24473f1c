namespace MediaGuard.Consent.Import;

/// <summary>What a cell says about a purpose. Only a word of the mapping's own list is a yes.</summary>
public enum FileAnswer
{
    Blank,
    Unclear,
    No,
    Yes,
}
