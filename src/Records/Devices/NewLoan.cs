using MediaGuard.Media;

namespace MediaGuard.Records.Devices;

/// <summary>A loan to write down.</summary>
/// <param name="SignedVersion">Which version of the loan agreement the holder signed.</param>
public sealed record NewLoan(PersonId Holder, DateOnly From, DateOnly? DueOn, string SignedVersion, DateOnly SignedOn);
