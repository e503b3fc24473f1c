using MediaGuard.Consent.Import;

namespace MediaGuard.Records.Policies;

/// <summary>Shares of the register, in per cent, above which an import asks twice.</summary>
/// <param name="Moved">Into another class.</param>
/// <param name="Addresses">Of the parents and guardians whose e-mail address is known.</param>
/// <param name="FewerRows">How many fewer pupils than the import before.</param>
public sealed record ImportShares(int Left, int ToYes, int ToNo, int Renamed, int Returned, int Moved, int Addresses, int FewerRows)
{
    internal static ImportShares Of(ImportLimits limits) => new(limits.Left, limits.ToYes, limits.ToNo, limits.Renamed, limits.Returned, limits.Moved, limits.Addresses, limits.FewerRows);

    internal ImportLimits Limits() => new() { Left = Left, ToYes = ToYes, ToNo = ToNo, Renamed = Renamed, Returned = Returned, Moved = Moved, Addresses = Addresses, FewerRows = FewerRows };
}
