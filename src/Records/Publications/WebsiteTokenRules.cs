namespace MediaGuard.Records.Publications;

/// <summary>What a content system's token may be.</summary>
public static class WebsiteTokenRules
{
    public const int LongestName = 100;

    /// <summary>The last day may be this many days away.</summary>
    public const int MostDays = 400;
}
