namespace MediaGuard.Consent.Decisions;

/// <summary>How many photos of a batch somebody else looks at, not knowing the first answer, before any of the batch is released.</summary>
/// <remarks>
/// Every photo a batch clears counts once towards somebody's looks, one in twenty: so it comes out at one in twenty however the photos are
/// divided into batches. A batch of a few is never chosen by chance; its photos are carried to the same person's next batch, so a school of few photos is not held up by a draw.
/// </remarks>
public static class SecondLooks
{
    /// <summary>One photo in so many.</summary>
    public const int OneIn = 20;

    /// <summary>Batches that clear fewer are carried over.</summary>
    public const int Few = 5;

    /// <param name="carried">Photos of the same person's earlier batches that have counted towards no look yet.</param>
    /// <param name="cleared">Photos this batch clears for some channel.</param>
    /// <param name="lots">Where chance comes from.</param>
    /// <returns>How many of them are looked at again, and how many photos are carried on.</returns>
    public static (int Looks, int Carried) Of(int carried, int cleared, ILots lots)
    {
        ArgumentNullException.ThrowIfNull(lots);
        ArgumentOutOfRangeException.ThrowIfNegative(carried);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(carried, OneIn);
        ArgumentOutOfRangeException.ThrowIfNegative(cleared);
        var (looks, left) = Math.DivRem(carried + cleared, OneIn);
        if (cleared >= Few)
        {
            looks += lots.Below(OneIn) < left ? 1 : 0;
            left = 0;
        }

        return (looks, left);
    }
}
