namespace MediaGuard.Journey.Website;

/// <summary>How long captions may be: all of it is read for names.</summary>
public static class CaptionRules
{
    public const int LongestText = 500;
    public const int LongestAltText = 250;
}
