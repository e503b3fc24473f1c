using System.Diagnostics;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Journey;

/// <summary>Tells a photo's fault from its surroundings': a full disk or a locked database quarantines nobody.</summary>
internal static class Surroundings
{
    private const int NoSpace = 28;
    private const int QuotaExceeded = 122;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>The reason an exception stands for; None when it is a failure of the program.</summary>
    public static ReasonCode ReasonFor(Exception exception) => exception switch
    {
        MediaException e => e.Reason,
        VaultException e when IsLost(e) => ReasonCode.CustodyBroken,
        VaultException => ReasonCode.StoreUnavailable,
        IOException e when e.HResult is NoSpace or QuotaExceeded or WindowsDiskFull => ReasonCode.StorageFull,
        DirectoryNotFoundException or FileNotFoundException or DriveNotFoundException or UnauthorizedAccessException => ReasonCode.StoreUnavailable,
        _ when DatabaseFaults.IsPassing(exception) => ReasonCode.DatabaseBusy,
        _ => ReasonCode.None,
    };

    /// <summary>Whether the vault no longer has it: trying again finds it no more, unless somebody puts it back.</summary>
    public static bool IsLost(VaultException exception) => exception.Failure is VaultFailure.Damaged or VaultFailure.Missing or VaultFailure.KeyDestroyed;

    /// <summary>Where in our code an exception came from, as type and method: a message might quote a name, this can't.</summary>
    public static string SiteOf(Exception exception)
    {
        var ours = new StackTrace(exception, false).GetFrames()
            .Select(f => f.GetMethod()).FirstOrDefault(m => m?.DeclaringType?.FullName?.StartsWith("MediaGuard.", StringComparison.Ordinal) == true);
        return ours is null ? "?" : $"{ours.DeclaringType!.FullName}.{ours.Name}";
    }
}
